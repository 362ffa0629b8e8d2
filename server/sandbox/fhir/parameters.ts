/** How a search parameter finds its values: dotted paths from the resource, lists walked through. */
export interface Parameter {
  readonly kind: 'token' | 'reference' | 'date' | 'string' | 'uri'
  readonly paths: readonly string[]
  /** resource types a reference may point to; absent = any that this server holds */
  readonly targets?: readonly string[]
}

const token = (...paths: string[]): Parameter => ({ kind: 'token', paths })
const date = (...paths: string[]): Parameter => ({ kind: 'date', paths })
const string = (...paths: string[]): Parameter => ({ kind: 'string', paths })
const uri = (...paths: string[]): Parameter => ({ kind: 'uri', paths })
const reference = (...paths: string[]): Parameter => ({ kind: 'reference', paths })
const patient = (...paths: string[]): Parameter => ({ kind: 'reference', paths, targets: ['Patient'] })
const encounter = (...paths: string[]): Parameter => ({ kind: 'reference', paths, targets: ['Encounter'] })

const person = {
  name: string('name'),
  phone: token('telecom'),
  email: token('telecom'),
  telecom: token('telecom'),
  gender: token('gender'),
  active: token('active'),
  identifier: token('identifier'),
}
const drug = {
  identifier: token('identifier'),
  status: token('status'),
  patient: patient('subject'),
  subject: reference('subject'),
  code: token('medicationCodeableConcept'),
  medication: reference('medicationReference'),
}

/** R4 names and meanings (hl7.org/fhir/R4/searchparameter-registry.html), for what the product and SMART apps ask. */
export const parameters = {
  Patient: {
    ...person,
    family: string('name.family'),
    given: string('name.given'),
    birthdate: date('birthDate'),
    deceased: token('deceasedBoolean'),
    'death-date': date('deceasedDateTime'),
    'general-practitioner': reference('generalPractitioner'),
    organization: reference('managingOrganization'),
  },
  Practitioner: { ...person, family: string('name.family'), given: string('name.given') },
  PractitionerRole: {
    identifier: token('identifier'),
    active: token('active'),
    practitioner: reference('practitioner'),
    organization: reference('organization'),
    location: reference('location'),
    role: token('code'),
    specialty: token('specialty'),
    date: date('period'),
  },
  Organization: {
    identifier: token('identifier'),
    active: token('active'),
    name: string('name', 'alias'),
    type: token('type'),
    partof: reference('partOf'),
  },
  Location: {
    identifier: token('identifier'),
    name: string('name', 'alias'),
    status: token('status'),
    type: token('type'),
    organization: reference('managingOrganization'),
    partof: reference('partOf'),
  },
  Encounter: {
    identifier: token('identifier'),
    status: token('status'),
    class: token('class'),
    type: token('type'),
    date: date('period'),
    patient: patient('subject'),
    subject: reference('subject'),
    participant: reference('participant.individual'),
    'reason-code': token('reasonCode'),
    'service-provider': reference('serviceProvider'),
    location: reference('location.location'),
  },
  Condition: {
    identifier: token('identifier'),
    code: token('code'),
    category: token('category'),
    'clinical-status': token('clinicalStatus'),
    'verification-status': token('verificationStatus'),
    severity: token('severity'),
    patient: patient('subject'),
    subject: reference('subject'),
    encounter: encounter('encounter'),
    asserter: reference('asserter'),
    'onset-date': date('onsetDateTime', 'onsetPeriod'),
    'abatement-date': date('abatementDateTime', 'abatementPeriod'),
    'recorded-date': date('recordedDate'),
  },
  Observation: {
    identifier: token('identifier'),
    status: token('status'),
    category: token('category'),
    code: token('code'),
    'component-code': token('component.code'),
    'combo-code': token('code', 'component.code'),
    'value-concept': token('valueCodeableConcept'),
    'data-absent-reason': token('dataAbsentReason'),
    patient: patient('subject'),
    subject: reference('subject'),
    encounter: encounter('encounter'),
    performer: reference('performer'),
    device: reference('device'),
    'derived-from': reference('derivedFrom'),
    'has-member': reference('hasMember'),
    'based-on': reference('basedOn'),
    'part-of': reference('partOf'),
    focus: reference('focus'),
    specimen: reference('specimen'),
    date: date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant'),
  },
  DocumentReference: {
    identifier: token('masterIdentifier', 'identifier'),
    status: token('status'),
    type: token('type'),
    category: token('category'),
    contenttype: token('content.attachment.contentType'),
    'security-label': token('securityLabel'),
    patient: patient('subject'),
    subject: reference('subject'),
    author: reference('author'),
    authenticator: reference('authenticator'),
    custodian: reference('custodian'),
    encounter: encounter('context.encounter'),
    relatesto: reference('relatesTo.target'),
    relation: token('relatesTo.code'),
    related: reference('context.related'),
    description: string('description'),
    location: uri('content.attachment.url'),
    date: date('date'),
    period: date('context.period'),
  },
  DiagnosticReport: {
    identifier: token('identifier'),
    status: token('status'),
    code: token('code'),
    category: token('category'),
    conclusion: token('conclusionCode'),
    patient: patient('subject'),
    subject: reference('subject'),
    encounter: encounter('encounter'),
    performer: reference('performer'),
    result: reference('result'),
    'based-on': reference('basedOn'),
    date: date('effectiveDateTime', 'effectivePeriod'),
    issued: date('issued'),
  },
  MedicationAdministration: {
    ...drug,
    'effective-time': date('effectiveDateTime', 'effectivePeriod'),
    context: reference('context'),
    performer: reference('performer.actor'),
    request: reference('request'),
    device: reference('device'),
    'reason-given': token('reasonCode'),
  },
  MedicationRequest: {
    ...drug,
    intent: token('intent'),
    category: token('category'),
    priority: token('priority'),
    authoredon: date('authoredOn'),
    encounter: encounter('encounter'),
    requester: reference('requester'),
  },
  MedicationStatement: {
    ...drug,
    category: token('category'),
    context: reference('context'),
    source: reference('informationSource'),
    effective: date('effectiveDateTime', 'effectivePeriod'),
  },
  Medication: {
    identifier: token('identifier'),
    code: token('code'),
    status: token('status'),
    form: token('form'),
    ingredient: reference('ingredient.itemReference'),
    'ingredient-code': token('ingredient.itemCodeableConcept'),
  },
  Procedure: {
    identifier: token('identifier'),
    status: token('status'),
    code: token('code'),
    category: token('category'),
    patient: patient('subject'),
    subject: reference('subject'),
    encounter: encounter('encounter'),
    performer: reference('performer.actor'),
    'reason-code': token('reasonCode'),
    date: date('performedDateTime', 'performedPeriod'),
  },
  Binary: {},
  Flag: {
    identifier: token('identifier'),
    patient: patient('subject'),
    subject: reference('subject'),
    author: reference('author'),
    encounter: encounter('encounter'),
    date: date('period'),
  },
  Provenance: {
    target: reference('target'),
    patient: patient('target'),
    agent: reference('agent.who'),
    'agent-role': token('agent.role'),
    'agent-type': token('agent.type'),
    entity: reference('entity.what'),
    recorded: date('recorded'),
    when: date('occurredDateTime'),
    'signature-type': token('signature.type'),
  },
  Device: {
    identifier: token('identifier'),
    status: token('status'),
    type: token('type'),
    model: string('modelNumber'),
    manufacturer: string('manufacturer'),
    'device-name': string('deviceName.name'),
    patient: patient('patient'),
    url: uri('url'),
  },
  Subscription: {
    status: token('status'),
    type: token('channel.type'),
    payload: token('channel.payload'),
    criteria: string('criteria'),
    url: uri('channel.endpoint'),
  },
  AuditEvent: {
    type: token('type'),
    subtype: token('subtype'),
    action: token('action'),
    outcome: token('outcome'),
    date: date('recorded'),
    agent: reference('agent.who'),
    patient: patient('agent.who', 'entity.what'),
    entity: reference('entity.what'),
    source: reference('source.observer'),
  },
  Communication: {
    identifier: token('identifier'),
    status: token('status'),
    category: token('category'),
    patient: patient('subject'),
    subject: reference('subject'),
    encounter: encounter('encounter'),
    sender: reference('sender'),
    recipient: reference('recipient'),
    sent: date('sent'),
    received: date('received'),
  },
  Task: {
    identifier: token('identifier'),
    status: token('status'),
    intent: token('intent'),
    code: token('code'),
    priority: token('priority'),
    'business-status': token('businessStatus'),
    patient: patient('for'),
    subject: reference('for'),
    focus: reference('focus'),
    owner: reference('owner'),
    requester: reference('requester'),
    encounter: encounter('encounter'),
    'authored-on': date('authoredOn'),
    modified: date('lastModified'),
    period: date('executionPeriod'),
  },
  AllergyIntolerance: {
    identifier: token('identifier'),
    code: token('code', 'reaction.substance'),
    category: token('category'),
    type: token('type'),
    criticality: token('criticality'),
    'clinical-status': token('clinicalStatus'),
    'verification-status': token('verificationStatus'),
    patient: patient('patient'),
    recorder: reference('recorder'),
    date: date('recordedDate'),
  },
  DetectedIssue: {
    identifier: token('identifier'),
    code: token('code'),
    patient: patient('patient'),
    author: reference('author'),
    implicated: reference('implicated'),
    identified: date('identifiedDateTime', 'identifiedPeriod'),
  },
  Group: {
    identifier: token('identifier'),
    type: token('type'),
    actual: token('actual'),
    code: token('code'),
    member: reference('member.entity'),
    'managing-entity': reference('managingEntity'),
  },
} as const satisfies Record<string, Readonly<Record<string, Parameter>>>

/** Parameters of every type; `_id` and `_lastUpdated` are columns and stand in the query itself. */
const everywhere: Readonly<Record<string, Parameter>> = {
  _tag: token('meta.tag'),
  _security: token('meta.security'),
  _profile: uri('meta.profile'),
}

/** Every resource type that this server holds. */
export const heldTypes: readonly string[] = Object.keys(parameters)

/** All indexed parameters of one type; undefined when the type is not held here. */
export function parametersOf(type: string): Readonly<Record<string, Parameter>> | undefined {
  return tables.get(type)
}

/** One indexed parameter of one type; undefined when the type does not have it. */
export function parameterOf(type: string, name: string): Parameter | undefined {
  const table = tables.get(type)
  return table && Object.hasOwn(table, name) ? table[name] : undefined
}

const tables = new Map<string, Readonly<Record<string, Parameter>>>(
  Object.entries(parameters).map(([type, own]) => [type, { ...everywhere, ...own }]),
)
