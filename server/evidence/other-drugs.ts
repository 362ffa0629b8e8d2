import type {
  CodeableConcept,
  Medication,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Reference,
} from '@medplum/fhirtypes'
import { medicationIdOf } from '#fhir-mappings/infusion-reading.ts'
import { recognise } from '#server/cohort/recognise.ts'
import type { OtherDrug } from './case-file.ts'

export type DrugResource = MedicationRequest | MedicationStatement | MedicationAdministration

/** On the skin, in the eye or the nose a steroid neither masks nor treats a systemic irAE. */
const LOCAL = /\b(?:cream|ointment|lotion|topical|gel|shampoo|foam|ophthalmic|eye ?drops?|otic|nasal spray|nasal)\b/i

/** Our list, by drug name; the first that fits decides. Fludrocortisone and physiologic hydrocortisone replace. */
const kinds: readonly (readonly [RegExp, OtherDrug['kind']])[] = [
  [
    /\b(?:levothyroxine|synthroid|euthyrox|l-thyroxine|liothyronine|fludrocortisone|testosterone|estradiol|desmopressin|insulin\w*|cortef)\b/i,
    'hormone-replacement',
  ],
  [
    /\b(?:prednison?e|prednisolone|methyl-?prednisolone|solu-?medrol|medrol|dexamethasone|decadron|hydrocortisone|solu-?cortef|budesonide|beclomethasone|deflazacort|triamcinolone|betamethasone)\b/i,
    'steroid',
  ],
  [
    /\b(?:infliximab|remicade|vedolizumab|entyvio|mycophenol\w+|cellcept|tacrolimus|cyclosporine?|ciclosporin|azathioprine|methotrexate|tocilizumab|actemra|rituximab|abatacept|belatacept|adalimumab|etanercept|anakinra|ustekinumab|tofacitinib|ruxolitinib|baricitinib|sirolimus|leflunomide|hydroxychloroquine|sulfasalazine|dupilumab|omalizumab|antithymocyte|ivig|immune globulin|immunoglobulin)\b/i,
    'immunosuppressant',
  ],
  [
    /\b(?:\w+platin|\w*taxel|\w+rubicin|\w{3,}tinib|\w{3,}ciclib|\w{3,}parib|\w{3,}rafenib|gemcitabine|pemetrexed|etoposide|vincristine|vinblastine|vinorelbine|capecitabine|fluorouracil|5-fu|irinotecan|topotecan|ifosfamide|cyclophosphamide|dacarbazine|temozolomide|bevacizumab|cetuximab|trastuzumab\w*|panitumumab|ramucirumab|enfortumab\w*|sacituzumab\w*|lutetium\w*|bleomycin|eribulin|tamoxifen|letrozole|anastrozole|abiraterone|enzalutamide)\b/i,
    'antineoplastic',
  ],
  [
    /\b(?:\w*cillin|\w+floxacin|vancomycin|\w*azithromycin|clarithromycin|erythromycin|clindamycin|gentamicin|\w+cycline|cef\w+|cephalexin|\w+penem|aztreonam|linezolid|daptomycin|metronidazole|nitrofurantoin|\w*sulfamethoxazole|trimethoprim|bactrim|augmentin|zosyn|tazobactam|flu(?:conazole)|voriconazole|posaconazole|micafungin|caspofungin|\w{2,}c[iy]clovir|oseltamivir|\w+tegravir|remdesivir|nirmatrelvir|entecavir|tenofovir|isoniazid|rifampin|atovaquone)\b/i,
    'anti-infective',
  ],
]

/** What kind of other drug these words name; `other` when our list does not hold it. */
export function kindOfDrug(name: string): OtherDrug['kind'] {
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
  return kind === 'steroid' && LOCAL.test(name) ? 'other' : kind
}

/** Words of a status that say the drug was never taken, or that the entry is wrong. */
const NEVER: ReadonlySet<string> = new Set([
  'entered-in-error',
  'cancelled',
  'draft',
  'not-done',
  'not-taken',
  'unknown',
])

/** Drugs beside the checkpoint inhibitors, one entry a resource, oldest first; drugs without any words are left out. */
export function otherDrugsOf(
  resources: readonly DrugResource[],
  medications: readonly Medication[],
): readonly OtherDrug[] {
  return resources
    .filter((resource) => !NEVER.has(resource.status ?? 'unknown') && !isForbidden(resource))
    .flatMap((resource) => otherDrug(resource, medications) ?? [])
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

const isForbidden = (resource: DrugResource) =>
  resource.resourceType === 'MedicationRequest' && resource.doNotPerform === true

function otherDrug(resource: DrugResource, medications: readonly Medication[]): OtherDrug | undefined {
  const { concept, display } = conceptOf(resource, medications)
  const codings = concept?.coding ?? []
  const name = concept?.text ?? codings.find((coding) => coding.display)?.display ?? display
  if (!name || !resource.id || recognise(codings, name)) return undefined
  const words = [name, ...codings.map((coding) => coding.display ?? '')].join(' ; ')
  return {
    reference: `${resource.resourceType}/${resource.id}`,
    name: name.slice(0, 200),
    kind: kindOfDrug(words),
    ...takenDuring(resource),
  }
}

function conceptOf(
  resource: DrugResource,
  medications: readonly Medication[],
): { concept: CodeableConcept | undefined; display: string | undefined } {
  const reference: Reference | undefined = resource.medicationReference
  if (resource.medicationCodeableConcept || !reference)
    return { concept: resource.medicationCodeableConcept, display: undefined }
  const target = reference.reference ?? ''
  const id = target.startsWith('#') ? target.slice(1) : medicationIdOf(target)
  const places = target.startsWith('#') ? (resource.contained ?? []) : medications
  const medication = places.find((one) => one.resourceType === 'Medication' && one.id === id)
  return {
    concept: medication?.resourceType === 'Medication' ? medication.code : undefined,
    display: reference.display,
  }
}

function takenDuring(resource: DrugResource): Pick<OtherDrug, 'from' | 'until'> {
  if (resource.resourceType === 'MedicationRequest') {
    const bounds = resource.dosageInstruction?.[0]?.timing?.repeat?.boundsPeriod
    const valid = resource.dispenseRequest?.validityPeriod
    return { from: bounds?.start ?? resource.authoredOn ?? valid?.start, until: bounds?.end ?? valid?.end }
  }
  const { effectiveDateTime: day, effectivePeriod: period } = resource
  const isOneDose = resource.resourceType === 'MedicationAdministration'
  return { from: period?.start ?? day, until: period?.end ?? (isOneDose ? day : undefined) }
}
