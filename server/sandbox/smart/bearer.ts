import type { Access, Authorize } from '#server/sandbox/access.ts'
import { clinicalScopes, scopesPermit, words } from './scope.ts'
import type { Grant, Vault } from './vault.ts'

/** Reads the Authorization header of a FHIR request (I4). */
export function bearerAuthorization(vault: Vault): Authorize {
  return (header) => {
    const token = /^Bearer ([A-Za-z0-9_~+/.=-]+)$/i.exec(header ?? '')?.[1]
    if (!token) return { refused: header ? 'invalid' : 'missing' }
    const access = vault.look('access', token)
    if (!access) return { refused: 'invalid' }
    return access.expired ? { refused: 'expired' } : accessOf(access.grant)
  }
}

/**
 * What a grant allows. A token with any patient/ scope stays with its patient as a whole, and so does every token of a
 * patient user: mixing in a user/ scope never opens other charts.
 */
export function accessOf({ client, user, patient, scope }: Grant): Access {
  const granted = clinicalScopes(scope)
  const confined = granted.some(({ level }) => level === 'patient')
  const ownChart = user?.startsWith('Patient/') ? user : undefined
  const ownType = words(scope).includes('fhirUser') ? user?.split('/')[0] : undefined
  return {
    client,
    user,
    patient: ownChart ?? (confined ? patient : undefined),
    permits: (type, interaction) =>
      scopesPermit(granted, type, interaction) || (interaction === 'r' && type === ownType),
  }
}
