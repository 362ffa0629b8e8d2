/**
 * What one kind of treatment says about the wider kinds that the criteria name. Every treatment is also `any`.
 * Intensive care counts as urgent treatment: CTCAE grade 4 asks for an urgent intervention, and that is what it is for.
 */
const widerKinds: Readonly<Record<string, readonly string[]>> = {
  icu: ['hospitalisation', 'urgent'],
  'burn-unit': ['hospitalisation'],
  intubation: ['ventilation', 'urgent'],
  ventilation: ['urgent'],
  tracheostomy: ['urgent'],
  'mechanical-circulatory-support': ['urgent'],
  inotrope: ['urgent'],
  dialysis: ['urgent'],
  'urgent-surgery': ['urgent', 'invasive'],
  'prolonged-hospitalisation': ['hospitalisation'],
  'iv-steroid': ['iv', 'parenteral', 'systemic-steroid', 'medical', 'immunosuppressant'],
  'oral-steroid': ['oral', 'systemic-steroid', 'medical', 'immunosuppressant'],
  'systemic-steroid': ['medical', 'immunosuppressant'],
  immunosuppressant: ['medical'],
  'oxygen-continuous': ['oxygen'],
  'oxygen-intermittent': ['oxygen'],
  'oxygen-low-flow': ['oxygen'],
  'oxygen-high-flow-or-mask': ['oxygen'],
  'continuous-iv': ['iv'],
  iv: ['parenteral', 'medical'],
  oral: ['medical'],
  topical: ['minimal-local-noninvasive'],
  'medical-non-urgent': ['medical'],
  'thyroid-replacement': ['medical'],
  'thyroid-suppression': ['medical'],
  insulin: ['medical'],
  'growth-factor': ['medical'],
  transfusion: ['medical'],
}

/** Treatments that a grade 1 ("no treatment needed") rules out without saying whether 2 or 3 is right. */
const SYSTEMIC: readonly string[] = ['systemic-steroid', 'immunosuppressant', 'medical']

/** Whether a treatment of this kind is one of the kind that a criterion names. */
export function isKindOf(kind: string, named: string): boolean {
  if (named === 'any' || kind === named) return true
  return (widerKinds[kind] ?? []).includes(named)
}

/** Steroids and other systemic treatment of the event: more than grade 1. */
export const isSystemic = (kind: string): boolean => SYSTEMIC.some((named) => isKindOf(kind, named))
