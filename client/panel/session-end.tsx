import { useEffect, useState } from 'react'
import { dateWords } from './date-words.ts'

/** Five minutes: enough to finish a decision that was begun, or to copy a note. */
const WARN_BEFORE_MS = 5 * 60 * 1000

/** L25: there is no silent renewal, so the end is said before it comes and nothing typed is lost. */
export function SessionEnd({ expiresAt }: { readonly expiresAt: string }) {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setNear(true), untilWarning(expiresAt, Date.now()))
    return () => clearTimeout(timer)
  }, [expiresAt])
  return near ? <EndIsNear expiresAt={expiresAt} /> : null
}

/** How long to wait, in ms, until the end is near; 0 when it is. */
export const untilWarning = (expiresAt: string, now: number): number =>
  Math.max(0, Date.parse(expiresAt) - now - WARN_BEFORE_MS)

export function EndIsNear({ expiresAt }: { readonly expiresAt: string }) {
  return (
    <p className="session-end" role="status">
      This session ends on {dateWords(expiresAt)}. Sign before that, or open the panel again from the chart.
    </p>
  )
}
