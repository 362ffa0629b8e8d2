/** Every URL that the product reads or writes, named once. Sources: HL7 terminology, R4, NCIt via HL7 terminology. */
export const LOINC = 'http://loinc.org'
export const SNOMED = 'http://snomed.info/sct'
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const NDC = 'http://hl7.org/fhir/sid/ndc'
export const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets'
export const ATC = 'http://www.whocc.no/atc'
export const UCUM = 'http://unitsofmeasure.org'
export const NCIT = 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl'
export const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category'
export const DATA_ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
export const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
export const FLAG_CATEGORY = 'http://terminology.hl7.org/CodeSystem/flag-category'
export const PROVENANCE_PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type'

/** T1: the security label of everything an AI asserted. */
export const OBSERVATION_VALUE = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue'
export const AI_ASSERTED = 'AIAST'

/** Ours: identifiers, tags and local codes. An `urn`-free http URL, stable for ever. */
export const OUR_BASE = 'https://irae-agent.org/fhir'
export const OUR_FINDINGS = `${OUR_BASE}/finding`
export const OUR_FLAGS = `${OUR_BASE}/flag`
export const OUR_DEVICES = `${OUR_BASE}/device`
/** `meta.tag` system whose code is the idempotency key of one write (W2): resources without `identifier` are found by it. */
export const OUR_WRITES = `${OUR_BASE}/write`
export const OUR_TERMS = `${OUR_BASE}/CodeSystem/irae-term`
export const OUR_COMPONENTS = `${OUR_BASE}/CodeSystem/finding-component`
