import { type Block, blocksOf } from './blocks.ts'

/** What the header of a C-CDA document says about itself. */
export interface CcdaHeader {
  readonly documentId: string
  readonly title: string
  /** LOINC of the document type, and its words */
  readonly type: { readonly code: string; readonly display: string }
  readonly patient: { readonly mrn: string; readonly given: string; readonly family: string; readonly born: string }
  readonly gender: 'female' | 'male' | 'other'
  /** instant, ISO 8601 in UTC */
  readonly writtenAt: string
  readonly author: { readonly id: string; readonly given: string; readonly family: string }
}

/** HL7's own arc for examples: no organisation stands behind it. */
const ROOT = '2.16.840.1.113883.19.5'
const LOINC_OID = '2.16.840.1.113883.6.1'
const GENDER_OID = '2.16.840.1.113883.5.1'
const genders = { female: 'F', male: 'M', other: 'UN' } as const

/** Section codes of C-CDA R2.1 by the words that open a heading. */
const sections: readonly { readonly words: RegExp; readonly code: string; readonly display: string }[] = [
  { words: /(assessment|impression) ?(and|&|\/) ?plan|a\/p/i, code: '51847-2', display: 'Assessment and plan' },
  { words: /assessment|impression/i, code: '51848-0', display: 'Assessment' },
  { words: /plan|disposition|recommend/i, code: '18776-5', display: 'Plan of care' },
  {
    words: /hpi|history of present|interval|subjective|reason/i,
    code: '10164-2',
    display: 'History of present illness',
  },
  { words: /review of systems|ros/i, code: '10187-3', display: 'Review of systems' },
  { words: /exam|objective|vitals/i, code: '29545-1', display: 'Physical findings' },
  { words: /medication/i, code: '10160-0', display: 'Medications' },
  { words: /lab|result|data/i, code: '30954-2', display: 'Results' },
]
const GENERAL = { code: '61150-9', display: 'Subjective' }

/** A C-CDA progress note skeleton: US Realm header, structured body, the note's words as narrative text. */
export function asCcda(header: CcdaHeader, text: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="US"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.10.20.22.1.1" extension="2015-08-01"/>
  <templateId root="2.16.840.1.113883.10.20.22.1.9" extension="2015-08-01"/>
  <id root="${ROOT}" extension="${header.documentId}"/>
  <code code="${header.type.code}" codeSystem="${LOINC_OID}" codeSystemName="LOINC" displayName="${escaped(header.type.display)}"/>
  <title>${escaped(header.title)}</title>
  <effectiveTime value="${hl7Time(header.writtenAt)}"/>
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="en-US"/>
${participants(header)}
  <component><structuredBody>
${sectionsOf(blocksOf(text)).map(section).join('\n')}
  </structuredBody></component>
</ClinicalDocument>
`
}

/** Who the document is about, who wrote it and who keeps it. */
function participants({ patient, gender, author, writtenAt }: CcdaHeader): string {
  return `  <recordTarget><patientRole>
    <id root="${ROOT}.1" extension="${patient.mrn}"/>
    <addr nullFlavor="UNK"/><telecom nullFlavor="UNK"/>
    <patient>
      ${nameOf(patient)}
      <administrativeGenderCode code="${genders[gender]}" codeSystem="${GENDER_OID}"/>
      <birthTime value="${patient.born.replaceAll('-', '')}"/>
    </patient>
  </patientRole></recordTarget>
  <author>
    <time value="${hl7Time(writtenAt)}"/>
    <assignedAuthor>
      <id root="${ROOT}.2" extension="${author.id}"/>
      <addr nullFlavor="UNK"/><telecom nullFlavor="UNK"/>
      <assignedPerson>${nameOf(author)}</assignedPerson>
    </assignedAuthor>
  </author>
  <custodian><assignedCustodian><representedCustodianOrganization>
    <id root="${ROOT}"/><name>Sandbox Cancer Centre</name><telecom nullFlavor="UNK"/><addr nullFlavor="UNK"/>
  </representedCustodianOrganization></assignedCustodian></custodian>`
}

const nameOf = (person: { readonly given: string; readonly family: string }): string =>
  `<name><given>${escaped(person.given)}</given><family>${escaped(person.family)}</family></name>`

interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Each heading opens a section; what stands before the first one is the section "Note". */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const found: { title: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') found.push({ title: block.text, blocks: [] })
    else if (found.length === 0) found.push({ title: 'Note', blocks: [block] })
    else found.at(-1)?.blocks.push(block)
  }
  return found
}

function section({ title, blocks }: Section): string {
  const { code, display } = sections.find(({ words }) => words.test(title)) ?? GENERAL
  return `    <component><section>
      <code code="${code}" codeSystem="${LOINC_OID}" codeSystemName="LOINC" displayName="${display}"/>
      <title>${escaped(title)}</title>
      <text>
${blocks.map(narrative).join('\n')}
      </text>
    </section></component>`
}

function narrative(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<caption>${escaped(block.text)}</caption>`
    case 'paragraph':
      return `<paragraph>${block.lines.map(escaped).join('<br/>\n')}</paragraph>`
    case 'list':
      return `<list>${block.entries.map((entry) => `<item>${escaped(entry)}</item>`).join('\n')}</list>`
    case 'table':
      return `<table><tbody>${block.rows.map(tableRow).join('\n')}</tbody></table>`
  }
}

const tableRow = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`

/** HL7 v3 time: year to minute, with the offset. */
const hl7Time = (instant: string): string => `${instant.replace(/[-:T]/g, '').slice(0, 12)}+0000`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
