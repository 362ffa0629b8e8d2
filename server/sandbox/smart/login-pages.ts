import type { Patient } from '@medplum/fhirtypes'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { printedName, type User } from './users.ts'

type KnownPatient = Patient & { id: string }

/** Choose who you are. `next` is the own path to which the browser returns. */
export function loginPage(staff: readonly User[], patients: readonly KnownPatient[], next: string): Page {
  const body = html`<main>
<p class="brand">Sandbox Hospital</p>
<h1>Who is working here?</h1>
<p class="quiet">This is a sandbox with invented people. There are no passwords: choose a person to log in.</p>
<form method="post" action="/login">
<input type="hidden" name="next" value="${next}">
<ul class="choices">${staff.map(staffChoice)}</ul>
</form>
${patients.length > 0 && patientLogin(patients, next)}
</main>`
  return { title: 'Log in · Sandbox Hospital', body, kind: 'card' }
}

const staffChoice = (user: User): Markup =>
  html`<li><button name="user" value="${user.reference}"><b>${user.name}</b><span>${user.role}</span></button></li>`

const patientLogin = (
  patients: readonly KnownPatient[],
  next: string,
): Markup => html`<form method="post" action="/login" class="inline">
<input type="hidden" name="next" value="${next}">
<label for="patient-user">Or log in as a patient, who sees only the own chart</label>
<div class="row"><select id="patient-user" name="user">${patients.map(patientOption)}</select><button>Log in</button></div>
</form>`

const patientOption = (patient: KnownPatient): Markup =>
  html`<option value="Patient/${patient.id}">${printedName(patient.name)}, born ${patient.birthDate ?? 'unknown'}</option>`

/** Standalone launch with `launch/patient`: the user chooses whose chart the app opens. */
export function patientPickerPage(patients: readonly KnownPatient[], app: string, path: string): Page {
  const choices = patients.map(
    (patient) =>
      html`<li><button name="patient" value="Patient/${patient.id}"><b>${printedName(patient.name)}</b><span>born ${patient.birthDate ?? 'unknown'}</span></button></li>`,
  )
  const body = html`<main>
<p class="brand">Sandbox Hospital</p>
<h1>Choose a patient</h1>
<p class="quiet">${app} asks for one patient’s chart.</p>
<form method="post" action="${path}"><ul class="choices">${choices}</ul></form>
</main>`
  return { title: 'Choose a patient · Sandbox Hospital', body, kind: 'card' }
}

/** Said in the browser, because the address to which the error belongs is not to be trusted. */
export function refusalPage(sentence: string, status = 400): Page {
  const body = html`<main><p class="brand">Sandbox Hospital</p><h1>This request was stopped</h1><p role="alert">${sentence}</p>
<p><a href="/">To the chart</a></p></main>`
  return { title: 'Stopped · Sandbox Hospital', body, kind: 'card', status }
}
