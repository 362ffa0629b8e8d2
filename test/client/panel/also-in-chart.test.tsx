import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ViewSight } from '#client/panel/panel.tsx'
import type { ChartContext } from '#fhir-mappings/panel.ts'
import { colitis, viewOf } from './stories.ts'

const chart: ChartContext = {
  drugs: [
    { name: 'Prednisone 40 mg', kind: 'steroid', from: '2026-03-02', until: null },
    { name: 'Infliximab', kind: 'immunosuppressant', from: '2026-02-01', until: '2026-02-01' },
  ],
  problems: [{ text: 'Ulcerative colitis', onset: '2015-04-01' }],
  more: 2,
}

const shown = (more: { chart?: ChartContext }) =>
  renderToStaticMarkup(
    <ViewSight sight="findings" view={viewOf([colitis()], more)}>
      {null}
    </ViewSight>,
  )

test('drugs and problems that may explain stand below the findings, folded', () => {
  const words = shown({ chart })
  expect(words).toContain('<summary>Also in the chart</summary>')
  expect(words).not.toContain('<details class="also-in-chart" open')
  expect(words).toContain('Prednisone 40 mg (steroid), from 2 Mar 2026, no end charted')
  expect(words).toContain('Infliximab (immunosuppressant), 1 Feb 2026<')
  expect(words).toContain('Ulcerative colitis, since 1 Apr 2015')
  expect(words).toContain('2 older entries are not shown here')
})

test('a chart that was not assessed, or holds nothing of the kind, has no such section', () => {
  expect(shown({})).not.toContain('Also in the chart')
  expect(shown({ chart: { drugs: [], problems: [], more: 0 } })).not.toContain('Also in the chart')
})
