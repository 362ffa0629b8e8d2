import type { Terminal } from './command.ts'

/** Often enough to look alive, seldom enough to cost nothing. */
const EVERY_MS = 250

/** Counts lines, and tells the person who watches how many and how fast. */
export function progressOf({ progress, now }: Pick<Terminal, 'progress' | 'now'>) {
  const began = now().getTime()
  let steps = 0
  let toldAt = began
  const tell = (at: number) => {
    const perSecond = Math.round((steps * 1000) / Math.max(1, at - began))
    progress?.(`${steps} lines, ${perSecond} a second`)
  }
  return {
    step: () => {
      steps++
      if (!progress) return
      const at = now().getTime()
      if (at - toldAt < EVERY_MS) return
      toldAt = at
      tell(at)
    },
    end: () => tell(now().getTime()),
    steps: () => steps,
  }
}
