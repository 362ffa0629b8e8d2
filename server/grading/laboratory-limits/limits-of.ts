import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import { blood } from './blood.ts'
import { electrolytes } from './electrolytes.ts'
import { endocrine } from './endocrine.ts'
import { heartAndMuscle } from './heart-and-muscle.ts'
import { kidney } from './kidney.ts'
import type { LimitsOfAnalytes, TermLimits } from './limit.ts'
import { liver } from './liver.ts'
import { pancreas } from './pancreas.ts'

const limits: LimitsOfAnalytes = {
  ...liver,
  ...kidney,
  ...pancreas,
  ...endocrine,
  ...heartAndMuscle,
  ...blood,
  ...electrolytes,
}

/**
 * The limits of an analyte in this version: of the CTCAE term named (which chooses the side), else of the first side.
 * Undefined when this version does not grade the analyte, or not under that term.
 */
export function limitsOf(
  analyte: string,
  version: CtcaeVersion,
  term?: string,
): (TermLimits & { readonly side: 'high' | 'low' }) | undefined {
  if (!Object.hasOwn(limits, analyte)) return undefined
  const sides = (limits[analyte] ?? []).flatMap(({ side, v5, v6 }) => {
    const own = version === '5.0' ? v5 : v6
    return own ? [{ ...own, side }] : []
  })
  if (term === undefined) return sides[0]
  return sides.find((own) => own.term.toLowerCase() === term.trim().toLowerCase())
}
