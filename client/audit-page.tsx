import './jitless.ts'
import './styles/panel.css'
import './styles/audit.css'
import { Button } from 'react-aria-components/Button'
import { createRoot } from 'react-dom/client'
import type { LaunchSite } from '#fhir-mappings/panel.ts'
import { AuditLedger } from './audit/audit-ledger.tsx'
import { launchAlone } from './launch.ts'
import { type Opening, open } from './opening.ts'
import { Refusal } from './refusal.tsx'
import { serviceOf } from './service.ts'

function Page({ opening }: { readonly opening: Opening }) {
  if (opening.opened) {
    const { session } = opening.remembered
    return <AuditLedger service={serviceOf(opening.service, session.session)} user={session.user.name} />
  }
  if (opening.fresh && opening.sites.length > 0) return <ChooseSite sites={opening.sites} />
  return (
    <Refusal refused={opening.refused}>
      <Button className="button" onPress={() => location.reload()}>
        Sign in again
      </Button>
    </Refusal>
  )
}

function ChooseSite({ sites }: { readonly sites: readonly LaunchSite[] }) {
  return (
    <main className="refusal">
      <h1>Audit ledger</h1>
      <p>Sign in with:</p>
      {sites.map((site) => (
        <Button key={site.iss} className="button" onPress={() => launchAlone(site)}>
          {site.iss}
        </Button>
      ))}
    </main>
  )
}

const root = document.getElementById('root')
const opening = await open('none')
const only = !opening.opened && opening.fresh && opening.sites.length === 1 ? opening.sites[0] : undefined
const left = only
  ? await launchAlone(only).then(
      () => true,
      () => false,
    )
  : false
const shown: Opening =
  only && !left ? { opened: false, fresh: false, refused: { why: 'ehr-unreachable' }, sites: [] } : opening
if (root && !left) createRoot(root).render(<Page opening={shown} />)
