import './jitless.ts'
import './styles/panel.css'
import { launchRequest } from './launch/launch-request.ts'
import { type Refused, WHAT_TO_DO, wordsOf } from './launch/launch-words.ts'
import { panelConfig } from './launch/panel-config.ts'
import { cleanAddress } from './launch/return-request.ts'
import { launchFromChart } from './launch.ts'

/** The EHR opens this page with `iss` and `launch`; it leaves for the EHR's sign-in or says why not. */
async function launch(search: string): Promise<Refused | undefined> {
  const config = await panelConfig().catch(() => undefined)
  if (!config) return { why: 'service-unreachable' }
  const request = launchRequest(search, config.sites)
  if (!request.allowed) return { why: request.why }
  try {
    await launchFromChart(request.site, request.launch)
    return undefined
  } catch {
    return { why: 'ehr-unreachable' }
  }
}

function show(refused: Refused): void {
  const line = (text: string) => Object.assign(document.createElement('p'), { textContent: text })
  const alert = Object.assign(document.createElement('div'), { className: 'refusal' })
  alert.setAttribute('role', 'alert')
  const heading = Object.assign(document.createElement('h1'), { textContent: 'The panel did not open' })
  alert.append(heading, line(wordsOf(refused)), line(WHAT_TO_DO))
  document.getElementById('root')?.replaceChildren(alert)
}

const { search, href } = location
history.replaceState(null, '', cleanAddress(href))
const refused = await launch(search)
if (refused) show(refused)
