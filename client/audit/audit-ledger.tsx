import { useEffect, useState } from 'react'
import type { Answer, Service } from '#client/service.ts'
import type { AuditView } from '#fhir-mappings/panel.ts'
import { AuditTable, ChainState } from './audit-table.tsx'

interface Properties {
  readonly service: Service
  readonly user: string
}

/** The audit page of a signed-in clinician: the state of the chain, then who did what. */
export function AuditLedger({ service, user }: Properties) {
  const [answer, setAnswer] = useState<Answer<AuditView> | null>(null)
  useEffect(() => {
    let current = true
    service.audit().then((heard) => current && setAnswer(heard))
    return () => {
      current = false
    }
  }, [service])
  return (
    <main className="audit">
      <h1>Audit ledger</h1>
      <p className="fine">Signed in as {user}.</p>
      <Ledger answer={answer} />
    </main>
  )
}

export function Ledger({ answer }: { readonly answer: Answer<AuditView> | null }) {
  if (answer === null) return <p role="status">Reading the ledger…</p>
  if (!answer.ok) return <p role="alert">The ledger could not be loaded. {answer.text}</p>
  return (
    <>
      <ChainState intact={answer.value.intact} />
      <AuditTable entries={answer.value.entries} />
    </>
  )
}
