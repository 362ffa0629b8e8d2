import type { Flag, Patient } from '@medplum/fhirtypes'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { printedName, type User } from '#server/sandbox/smart/users.ts'
import { chip } from './patient-list.ts'
import { ageOn, hospitalNumber } from './wording.ts'

export const tabs = {
  notes: 'Notes',
  laboratory: 'Laboratory',
  infusions: 'Infusions',
  findings: 'Flags & Observations',
  problems: 'Problems & drugs',
} as const
export type Tab = keyof typeof tabs

/** What a patient does not open in the own chart. */
const STAFF_ONLY: readonly Tab[] = ['findings']
export const maySee = ({ ownChart }: User, tab: Tab): boolean => !ownChart || !STAFF_ONLY.includes(tab)

/** What the page around the work says; `live` work is fetched again when the chart changes, a form is left alone. */
export interface Frame {
  readonly patient: Patient & { id: string }
  readonly flags: readonly Flag[]
  readonly user: User
  readonly today: string
  readonly tab: Tab
  readonly live: boolean
  readonly work: Markup
  readonly panelUrl: string
}

export const topBar = (user: User): Markup => html`<header class="top">
<a class="brand" href="/">Sandbox Hospital</a><span class="quiet">invented people only</span>
<form method="post" action="/logout"><span>${user.name}<span class="quiet">${user.role}</span></span><button>Log out</button></form>
</header>`

/** The whole chart page: banner, tabs, work, and the panel at the right. */
export const chartBody = (frame: Frame): Markup => html`${topBar(frame.user)}
<section class="banner" aria-label="Patient">${!frame.user.ownChart && html`<a href="/patients" class="back">All patients</a>`}
<h1>${printedName(frame.patient.name)}</h1>
<p>${facts(frame)}</p>
${flagStrip(frame)}
</section>
<div class="columns">
<main>${workPart(frame)}</main>
<aside aria-label="irAE panel"><div class="aside-head"><h2>irAE panel</h2><a href="/chart/${frame.patient.id}/panel" target="irae-panel">Reopen</a></div>
<iframe name="irae-panel" title="irAE panel" src="${frame.panelUrl}" sandbox="allow-scripts allow-same-origin allow-forms" referrerpolicy="no-referrer"></iframe></aside>
</div>`

/** The parts that change without opening the panel again; the page script puts each in the place of its id. */
export const chartParts = (frame: Frame): Markup => html`${flagStrip(frame)}${workPart(frame)}`

function facts({ patient, today }: Frame): string {
  const age = ageOn(today, patient.birthDate)
  const born = patient.birthDate
    ? `born ${patient.birthDate}${age === undefined ? '' : ` (${age} years)`}`
    : 'birth date unknown'
  return [born, patient.gender ?? 'gender unknown', `number ${hospitalNumber(patient)}`].join(' · ')
}

/** Flags speak to the staff, the unconfirmed ones above all: a patient at the own chart is not met by them. */
const flagStrip = ({ flags, user }: Frame): Markup =>
  html`<div id="flags" class="flags" aria-live="polite">${!user.ownChart && flags.map(chip)}</div>`

const workPart = (
  frame: Frame,
): Markup => html`<div id="work" tabindex="-1" data-chart="/chart/${frame.patient.id}" ${frame.live && html`data-live`}>
<nav class="tabs" aria-label="Chart">${tabsFor(frame.user).map((tab) => tabLink(tab, frame))}</nav>
${!frame.user.ownChart && actions(frame.patient.id)}
${frame.work}
</div>`

const tabsFor = (user: User): readonly Tab[] => (Object.keys(tabs) as Tab[]).filter((tab) => maySee(user, tab))

const tabLink = (tab: Tab, frame: Frame): Markup =>
  html`<a data-swap href="/chart/${frame.patient.id}/${tab}" ${tab === frame.tab && html`aria-current="page"`}>${tabs[tab]}</a>`

const actions = (id: string): Markup => html`<p class="actions">
<a data-swap class="button" href="/chart/${id}/write/note">Write a note</a>
<a data-swap class="button" href="/chart/${id}/write/result">Enter a result</a>
<a data-swap class="button" href="/chart/${id}/write/infusion">Chart an infusion</a></p>`
