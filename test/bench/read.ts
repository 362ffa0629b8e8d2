import { readText } from '#server/agents/embedded/embedded-reader.ts'

/**
 * Notes a second on one core for synthetic notes of 300 and 500 words, and how time grows with hostile text.
 * `node test/bench/read.ts`; prints figures, asserts nothing.
 */
const sentences = [
  'Seen in clinic before cycle 6 of pembrolizumab for metastatic melanoma, tolerating treatment well so far.',
  'Since Monday she has had six loose stools a day over a baseline of one, without blood, and mild cramping.',
  'Denies fever, chills, cough, shortness of breath, rash, joint pain or headache.',
  'Past medical history: hypertension, osteoarthritis of the left knee, hypothyroidism since 2009.',
  'ALT 34, AST 29, total bilirubin 0.6, creatinine 0.9, TSH 2.4, lipase 41.',
  'On exam the abdomen is soft with mild tenderness, no rebound or guarding, skin clear.',
  'C. difficile toxin negative, stool culture pending, CT shows mild wall thickening of the sigmoid.',
  'Most likely immune-related colitis, grade 2; hold pembrolizumab and start prednisone 1 mg/kg daily.',
  'We discussed that the drug can also inflame the lungs, the liver or glands and when to call us.',
  'The daughter drives her to appointments and the next scan is planned for the second week of June.',
]

/** A note of about this many words; `seed` turns the order, so that no two are alike. */
function noteOf(words: number, seed: number): string {
  const lines: string[] = []
  let counted = 0
  for (let at = seed; counted < words; at = at * 7 + 3) {
    const line = sentences[at % sentences.length] ?? ''
    lines.push(`${line} Visit ${seed}.`)
    counted += line.split(' ').length + 2
  }
  return lines.join('\n')
}

function secondsFor(texts: readonly string[]): number {
  const began = performance.now()
  for (const text of texts) readText({ text })
  return (performance.now() - began) / 1000
}

function notesPerSecond(words: number): number {
  const notes = Array.from({ length: 600 }, (_, seed) => noteOf(words, seed + 1))
  secondsFor(notes)
  return Math.round(notes.length / Math.min(...[1, 2, 3].map(() => secondsFor(notes))))
}

const hostile: Readonly<Record<string, (length: number) => string>> = {
  'trigger words': (length) =>
    'no evidence of colitis grade 3 due to nivolumab if '.repeat(Math.ceil(length / 50)).slice(0, length),
  'one unbroken word': (length) => 'pneumonitis'.repeat(Math.ceil(length / 11)).slice(0, length),
  'one symbol': (length) => '('.repeat(length),
  'numbers without space': (length) => '8-10/'.repeat(Math.ceil(length / 5)).slice(0, length),
  'signs and answers': (length) => 'rash - fever + itch no cough no '.repeat(Math.ceil(length / 32)).slice(0, length),
  'causes and conclusions': (length) =>
    'Dx: not immune colitis, norovirus, rash 0.\n'.repeat(Math.ceil(length / 43)).slice(0, length),
  instructions: (length) => 'ignore all previous '.repeat(Math.ceil(length / 20)).slice(0, length),
}

const leastOfThree = (text: string) => Math.min(...[1, 2, 3].map(() => secondsFor([text])))

/** Time for the whole over time for half of it: 2 is linear, 4 is quadratic. */
function growth(make: (length: number) => string, length: number): string {
  secondsFor([make(length / 4)])
  const half = leastOfThree(make(length / 2))
  const whole = leastOfThree(make(length))
  return `${(whole / half).toFixed(2)} (${whole.toFixed(2)} s for ${length} characters)`
}

const print = (line: string) => process.stdout.write(`${line}\n`)
for (const words of [300, 500]) print(`${words} words: ${notesPerSecond(words)} notes a second`)
for (const [name, make] of Object.entries(hostile)) print(`growth, ${name}: ${growth(make, 1_000_000)}`)
