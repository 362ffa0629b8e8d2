/** What a section of a note is about; `other` keeps its heading. */
type SectionKind =
  | 'history'
  | 'past-history'
  | 'family-history'
  | 'social-history'
  | 'review-of-systems'
  | 'medications'
  | 'allergies'
  | 'examination'
  | 'results'
  | 'imaging'
  | 'assessment'
  | 'course'
  | 'education'
  | 'addendum'
  | 'other'

/** `text.slice(start, end)` is the section with its heading, `text.slice(bodyStart, end)` without. */
export interface Section {
  readonly heading: string
  readonly kind: SectionKind
  readonly start: number
  readonly bodyStart: number
  readonly end: number
}

const kinds: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:family (?:medical )?history|fh|fhx)$/, 'family-history'],
  [
    /^(?:past|previous) (?:(?:medical|surgical|oncologic) )?history$|^(?:pmh|pmhx|psh|medical history|comorbidities)$/,
    'past-history',
  ],
  [/^social history$|^(?:sh|shx)$/, 'social-history'],
  [/^review of systems$|^ros$/, 'review-of-systems'],
  [/medication|^meds$|^current drugs$/, 'medications'],
  [/^allerg/, 'allergies'],
  [/\bexam\b|^examination|^physical|^pe$|^vitals?\b|^vital signs$|^objective/, 'examination'],
  [/^(?:imaging|radiology|findings|technique|comparison)/, 'imaging'],
  [/^(?:lab|laborator|result|data\b|studies|pathology|microbiology)/, 'results'],
  [/hospital course|^ed course|^course\b|emergency department course/, 'course'],
  [/education|counsel+ing|instructions|consent|side effects|return precautions/, 'education'],
  [/^addend/, 'addendum'],
  [/assessment|impression|^plan\b|^a ?p$|^a and p$|diagnos|recommendation|discussion|conclusion|summary/, 'assessment'],
  [/history|^hpi$|^interval|^indication|subjective|chief complaint|^cc$|^reason for|^presenting|^toxicit/, 'history'],
]

/** Headings that may share their line with what they head ("HPI: 61-year-old …"). */
const INLINE =
  /^(?:hpi|ros|pmh|psh|fh|sh|cc|pe|meds|a\/p|a&p|assessment(?: and plan| & plan|\/plan)?|plan|impression|findings|technique|comparison|indication|subjective|objective|interval history|history of present illness|family history|social history|past medical history|review of systems|allergies|medications|current medications|physical exam(?:ination)?|exam|vitals?|labs?|laboratory|imaging|addendum|chief complaint|hospital course|reason for (?:visit|call|consult(?:ation)?)|conclusion|discussion|recommendations?|disposition|patient instructions|discharge diagnos[ie]s|diagnos[ie]s)$/i
const MAX_HEADING = 80

/** The sections of a normalised text in order, gap-free from the first heading to the end. Time grows with length only. */
export function sectionsOf(text: string): readonly Section[] {
  const headings: { heading: string; start: number; bodyStart: number }[] = []
  const lines = text.split('\n')
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const found = headingIn(line, { before: lines[index - 1] ?? '', after: lines[index + 1] ?? '', index })
    if (found) headings.push({ heading: found.heading, start: offset, bodyStart: offset + found.length })
    offset += line.length + 1
  }
  return headings.map(({ heading, start, bodyStart }, index) => ({
    heading,
    kind: kindOf(heading),
    start,
    bodyStart: Math.min(bodyStart, text.length),
    end: headings[index + 1]?.start ?? text.length,
  }))
}

interface Around {
  readonly before: string
  readonly after: string
  readonly index: number
}

function headingIn(line: string, around: Around): { heading: string; length: number } | undefined {
  const next = around.after
  const whole = line.length + 1
  const decorated =
    /^\s*(?:#{1,6}\s+|\*\*|={2,}\s*|-{2,}\s*|\[|<<)([A-Za-z][^#*=[\]<>]{0,78}?)(?:\*\*:?|\s*={2,}|\s*-{2,}|\]|>>)?:?$/.exec(
      line.slice(0, MAX_HEADING + 12),
    )
  if (decorated?.[1] && line.length <= MAX_HEADING + 12) return { heading: bare(decorated[1]), length: whole }
  const colon = line.indexOf(':')
  const before = colon === -1 ? '' : line.slice(0, Math.min(colon, MAX_HEADING)).trim()
  if (colon > 0 && colon <= MAX_HEADING && INLINE.test(before)) {
    return { heading: bare(before), length: colon === line.length - 1 ? whole : colon + 1 }
  }
  if (line.length > MAX_HEADING) return undefined
  if (line.endsWith(':') && isTitle(line.slice(0, -1))) return { heading: bare(line), length: whole }
  if (isCapitals(line)) return { heading: bare(line), length: whole }
  if (/^(?:-{3,}|={3,}|_{3,})$/.test(next) && isTitle(line))
    return { heading: bare(line), length: whole + next.length + 1 }
  if (INLINE.test(line.trim()) || standsAlone(line, around)) return { heading: bare(line), length: whole }
  return undefined
}

const bare = (heading: string): string => heading.replace(/[:\s]+$/, '').trim()

/** Up to eight words without the marks of a sentence. */
const isTitle = (line: string): boolean =>
  /^\s*[A-Z]/.test(line) && !/[.;,|]/.test(line) && line.trim().split(' ').length <= 8

/** A few words between blank lines, as HTML and CDA titles come out; the first line is the title of the note. */
const standsAlone = (line: string, { before, after, index }: Around): boolean =>
  index > 0 && before === '' && after === '' && isTitle(line) && /^[A-Za-z][A-Za-z /&'()-]{2,59}$/.test(line)

/** "ASSESSMENT AND PLAN", but not "ALT 312" or "NKDA". */
function isCapitals(line: string): boolean {
  const heading = bare(line)
  return /^[A-Z][A-Z /&()-]{5,}$/.test(heading) && heading.split(' ').length <= 8
}

function kindOf(heading: string): SectionKind {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return kinds.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
