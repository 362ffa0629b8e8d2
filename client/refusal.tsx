import type { ReactNode } from 'react'
import { type Refused, wordsOf } from './launch/launch-words.ts'

/** A page that did not open: why, and what to do about it. */
export function Refusal({ refused, children }: { readonly refused: Refused; readonly children: ReactNode }) {
  return (
    <main>
      <div className="refusal" role="alert">
        <h1>The page did not open</h1>
        <p>{wordsOf(refused)}</p>
        {children}
      </div>
    </main>
  )
}
