import type { Subscription } from '@medplum/fhirtypes'
import { type Delivered, deliver, type Notice } from './delivery.ts'

export interface Patience {
  /** pauses before the second, third … try, in ms; after the last the line gives up */
  readonly retryAfterMs: readonly number[]
  readonly timeoutMs: number
}

/** The notices of one subscription on their way, strictly one after the other. */
export interface Line {
  send(notice: Notice): void
  /** notices that are neither delivered nor given up, the oldest first */
  waiting(): readonly Notice[]
  /** Ends the line; what waits is dropped. Resolves when nothing is on its way any more. */
  end(): Promise<void>
}

export interface LineHears {
  /** the handshake succeeded */
  readonly whenOpen: () => void
  /** no try delivered a notice; nothing is sent any more */
  readonly whenBroken: (why: string, undelivered: number) => void
}

/**
 * Opens a line. One that is `requested` begins with the handshake, an empty POST; what is sent meanwhile waits. A notice
 * that the endpoint refuses for good is let go, so that the others behind it arrive; a refused handshake ends the line.
 */
export function openLine(subscription: Subscription, patience: Patience, hears: LineHears): Line {
  const handshake: Notice = { body: '', headers: {} }
  const queue: Notice[] = []
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const deliverAll = async (): Promise<void> => {
    for (let notice = queue[0]; notice; notice = queue[0]) {
      const answer = await persist(subscription, notice, patience, ending.signal)
      if (ending.signal.aborted) return
      if (!answer.delivered && (!answer.refused || notice === handshake)) {
        ending.abort()
        return hears.whenBroken(answer.why, queue.filter((one) => one !== handshake).length)
      }
      queue.shift()
      if (notice === handshake) hears.whenOpen()
    }
  }
  const run = async (): Promise<void> => {
    try {
      await deliverAll()
    } finally {
      running = undefined
    }
  }
  const send = (notice: Notice) => {
    if (ending.signal.aborted) return
    queue.push(notice)
    running ??= run()
  }
  if (subscription.status === 'requested') send(handshake)
  return {
    send,
    waiting: () => queue.filter((notice) => notice !== handshake),
    end: async () => {
      ending.abort()
      await running
    },
  }
}

async function persist(of: Subscription, notice: Notice, patience: Patience, ended: AbortSignal): Promise<Delivered> {
  let answer = await deliver(of, notice, patience.timeoutMs, ended)
  for (const pause of patience.retryAfterMs) {
    if (answer.delivered || answer.refused || ended.aborted) return answer
    await paused(pause, ended)
    if (!ended.aborted) answer = await deliver(of, notice, patience.timeoutMs, ended)
  }
  return answer
}

function paused(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      ended.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    ended.addEventListener('abort', wake)
  })
}
