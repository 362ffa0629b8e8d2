import { useEffect, useState } from 'react'
import { dateWords } from './date-words.ts'

/** Five minutes: enough to finish a decision that was begun, or to copy a note. */
const WARN_BEFORE_MS = 5 * 60 * 1000

/** L25: there is no silent renewal, so the end is said before it comes and nothing typed is lost. */
export function SessionEnd({ expiresAt }: { readonly expiresAt: string }) {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const wait = Date.parse(expiresAt) - Date.now() - WARN_BEFORE_MS
    const timer = setTimeout(() => setNear(true), Math.max(0, wait))
    return () => clearTimeout(timer)
  }, [expiresAt])
  if (!near) return null
  return (
    <p className="session-end" role="status">
      This session ends on {dateWords(expiresAt)}. Sign before that, or open the panel again from the chart.
    </p>
  )
}
