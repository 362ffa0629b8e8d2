import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Service } from '#client/service.ts'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { newsOf } from './news.ts'
import { heard, pauseMs, type Watch, watchOf, withFinding } from './watch.ts'

/** A service that answers a long poll at once with nothing new is asked four times a second at most. */
const PAUSE_WITHOUT_NEWS_MS = 250

/** Follows one patient for as long as the component lives: what is known, what a screen reader should say of it. */
export function useWatch(service: Service, patient: string) {
  const [watch, setWatch] = useState(() => watchOf(patient))
  const [news, setNews] = useState('')
  const latest = useRef(watch)

  const learn = useCallback((next: Watch) => {
    const said = next.view && next.view !== latest.current.view ? newsOf(latest.current.view, next.view) : ''
    latest.current = next
    setWatch(next)
    if (said !== '') setNews(said)
  }, [])

  const askNow = useCallback(async () => {
    learn(heard(latest.current, await service.panel(), new Date().toISOString()))
  }, [service, learn])

  useEffect(() => {
    const leaving = new AbortController()
    follow(service, latest, learn, leaving.signal)
    return () => leaving.abort()
  }, [service, learn])

  const signed = useCallback((finding: PanelFinding, said: string) => {
    latest.current = withFinding(latest.current, finding)
    setWatch(latest.current)
    setNews(said)
  }, [])
  return { watch, news, askNow, signed }
}

async function follow(
  service: Service,
  latest: { readonly current: Watch },
  learn: (next: Watch) => void,
  leaving: AbortSignal,
): Promise<void> {
  while (!leaving.aborted && latest.current.session === 'open') {
    const { view, failures } = latest.current
    const answer = await service.panel(failures === 0 ? view?.version : undefined, leaving)
    if (leaving.aborted) return
    const next = heard(latest.current, answer, new Date().toISOString())
    learn(next)
    await pause(sameAgain(answer, view?.version) ? PAUSE_WITHOUT_NEWS_MS : pauseMs(next.failures))
  }
}

const sameAgain = (answer: Answer<{ version: string }>, version: string | undefined) =>
  answer.ok && answer.value.version === version

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
