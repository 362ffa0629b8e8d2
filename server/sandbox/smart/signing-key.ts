import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'

/** The key with which the issuer signs id_tokens, and its public half for the JWKS. */
export interface SigningKey {
  readonly publicKey: JWK
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>
}

/** Opens the key in the data folder, or makes one that only the owner of the process may read (mode 0600). */
export async function openSigningKey(dataFolder: string): Promise<SigningKey> {
  const file = join(dataFolder, 'issuer-key.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await newKey()), { mode: 0o600 })
  const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK
  const key = await importJWK(jwk, 'RS256')
  const { kty, n, e, kid } = jwk as Required<Pick<JWK, 'kty' | 'n' | 'e' | 'kid'>>
  return {
    publicKey: { kty, n, e, kid, use: 'sig', alg: 'RS256' },
    sign: (claims) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key),
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) }
}
