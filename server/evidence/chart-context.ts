import type { ChartContext } from '#fhir-mappings/panel.ts'
import type { CaseFile, OtherDrug } from './case-file.ts'

type ContextDrug = ChartContext['drugs'][number]

/** A folded section is glanced over: thirty of each, a line each. */
const MOST = 30
const LONGEST = 120

/**
 * The drugs that mask or explain an irAE and the problem list, short enough to be kept with the patient. Doses of one drug
 * are one line from the first to the last; newest first.
 */
export function chartContext({ otherDrugs, problems }: Pick<CaseFile, 'otherDrugs' | 'problems'>): ChartContext {
  const drugs = [...Map.groupBy(otherDrugs.flatMap(weighed), ({ name }) => name.toLowerCase()).values()]
    .map(oneLine)
    .toSorted((one, other) => newestFirst(one.from, other.from))
  const texts = [...Map.groupBy(problems, ({ text }) => text.toLowerCase()).values()]
    .flatMap(([first]) => (first ? [{ text: short(first.text), onset: first.onset ?? null }] : []))
    .toSorted((one, other) => newestFirst(one.onset, other.onset))
  const more = Math.max(0, drugs.length - MOST) + Math.max(0, texts.length - MOST)
  return { drugs: drugs.slice(0, MOST), problems: texts.slice(0, MOST), more }
}

function weighed({ name, kind, from, until }: OtherDrug): readonly ContextDrug[] {
  if (kind !== 'steroid' && kind !== 'immunosuppressant' && kind !== 'hormone-replacement') return []
  return [{ name: short(name), kind, from: from ?? null, until: until ?? null }]
}

/** An entry without an end means that the drug is still taken, whatever the others say. */
function oneLine(entries: readonly ContextDrug[]): ContextDrug {
  const [first] = entries
  if (!first) throw new TypeError('a group of drugs is never empty')
  const starts = entries.flatMap(({ from }) => from ?? []).toSorted()
  const ends = entries.flatMap(({ until }) => until ?? []).toSorted()
  const goesOn = entries.some(({ until }) => until === null)
  return { ...first, from: starts[0] ?? null, until: goesOn ? null : (ends.at(-1) ?? null) }
}

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** Undated last. */
const newestFirst = (one: string | null, other: string | null): number => (other ?? '').localeCompare(one ?? '')
