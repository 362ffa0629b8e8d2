import type { CueKind, CueMeaning, CueWords } from './cues/cue-words.ts'
import { denials } from './cues/denials.ts'
import { doubts } from './cues/doubts.ts'
import { hypotheses } from './cues/hypotheses.ts'
import { persons } from './cues/persons.ts'
import { times } from './cues/times.ts'

export type { CueKind, CueMeaning }

const cueWords: readonly CueWords[] = [...denials, ...doubts, ...times, ...hypotheses, ...persons]

const REACH = 30

const channelOf: Readonly<Record<CueKind, CueMeaning['channel']>> = {
  negated: 'polarity',
  possible: 'polarity',
  likely: 'polarity',
  'ruled-out': 'polarity',
  hypothetical: 'polarity',
  contrast: 'polarity',
  pseudo: 'polarity',
  historical: 'time',
  resolved: 'time',
  now: 'time',
  flare: 'time',
  onset: 'time',
  treated: 'time',
  old: 'time',
  initially: 'time',
  measured: 'time',
  'other-person': 'person',
  'patient-says': 'person',
}

/** The cues as phrases with their meaning. */
export function* cuePhrases(): Generator<{ words: string; meaning: CueMeaning }> {
  for (const { cue, looks, reach, words } of cueWords) {
    const meaning: CueMeaning = { channel: channelOf[cue], cue, looks, reach: reach ?? REACH }
    for (const phrase of words) yield { words: phrase, meaning }
  }
}
