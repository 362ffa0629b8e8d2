import './jitless.ts'
import './styles/panel.css'
import { createRoot } from 'react-dom/client'
import { WHAT_TO_DO, whatToDo } from './launch/launch-words.ts'
import { type Opening, open } from './opening.ts'
import { Boundary } from './panel/boundary.tsx'
import { Panel } from './panel/panel.tsx'
import { Broken } from './panel/sights.tsx'
import { Refusal } from './refusal.tsx'
import { serviceOf } from './service.ts'

function Page({ opening }: { readonly opening: Opening }) {
  if (!opening.opened) {
    const help = whatToDo(opening.refused)
    return <Refusal refused={opening.refused}>{help && <p>{help}</p>}</Refusal>
  }
  const { session, banner } = opening.remembered
  if (!session.patient) return <Refusal refused={{ why: 'no-patient' }}>{WHAT_TO_DO}</Refusal>
  const service = serviceOf(opening.service, session.session)
  return <Panel session={session} patient={session.patient} banner={banner} service={service} />
}

const root = document.getElementById('root')
// L14: a page that the browser kept whole for "back" may hold another patient than the chart now does
addEventListener('pageshow', (event) => event.persisted && location.reload())
if (root)
  createRoot(root).render(
    <Boundary instead={<Broken />}>
      <Page opening={await open('needed')} />
    </Boundary>,
  )
