import './usable-language.ts'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import { timeRange } from './time-range.ts'

interface Properties {
  readonly results: readonly LaboratoryResult[]
  readonly led: ReadonlySet<string>
}

/** CSS pixels: tall enough to see a slope, low enough for two charts on a 350 px panel. */
const HEIGHT = 132

/** The course with its reference band. A drawing only: the table beside it says the same (so it is hidden from readers). */
export default function LaboratoryChart({ results, led }: Properties) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return
    const frame = place.current
    const plot = new uPlot(options(frame, results), columns(results, led), frame)
    const fit = new ResizeObserver(() => plot.setSize({ width: frame.clientWidth, height: HEIGHT }))
    fit.observe(frame)
    return () => {
      fit.disconnect()
      plot.destroy()
    }
  }, [results, led])
  return <div className="chart" ref={place} aria-hidden="true" />
}

/** Seconds on the x axis; the course as a line; the results that led to the grade once more as large points. */
function columns(results: readonly LaboratoryResult[], led: ReadonlySet<string>): uPlot.AlignedData {
  return [
    results.map(({ takenAt }) => Date.parse(takenAt) / 1000),
    results.map(({ value }) => value),
    results.map(({ reference, value }) => (led.has(reference) ? value : null)),
  ]
}

function options(frame: HTMLElement, results: readonly LaboratoryResult[]): uPlot.Options {
  const colour = (name: string) => getComputedStyle(frame).getPropertyValue(name)
  const axis = { stroke: colour('--ink-soft'), font: '11px system-ui', grid: { show: false }, ticks: { show: false } }
  return {
    width: frame.clientWidth,
    height: HEIGHT,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { range: (_, low, high) => [...timeRange(low, high)] },
      y: { range: (_, low, high) => axisRange(results, low, high) },
    },
    axes: [
      { ...axis, size: 24, space: 80, values: (_, splits) => splits.map(dayAndMonth) },
      { ...axis, size: 40, space: 28 },
    ],
    series: [
      {},
      { stroke: colour('--line'), width: 1.5, points: { size: 5, fill: colour('--line') } },
      { stroke: colour('--mark-strong'), paths: () => null, points: { size: 10, fill: colour('--mark-strong') } },
    ],
    hooks: { drawClear: [(plot) => drawBand(plot, results.at(-1), colour('--band'))] },
  }
}

/** From zero, or below it, to a little above the highest value or limit: a slope is not made steeper than it is. */
function axisRange(results: readonly LaboratoryResult[], low: number, high: number): [number, number] {
  const top = Math.max(high, ...results.map(({ uln }) => uln ?? high))
  return [Math.min(0, low), top * 1.08]
}

/** The reference of the newest result; limits that a laboratory changed on the way stand in the table. */
function drawBand(plot: uPlot, newest: LaboratoryResult | undefined, fill: string): void {
  if (newest?.uln === undefined) return
  const top = plot.valToPos(newest.uln, 'y', true)
  const foot = plot.valToPos(newest.lln ?? 0, 'y', true)
  plot.ctx.save()
  plot.ctx.fillStyle = fill
  plot.ctx.fillRect(plot.bbox.left, top, plot.bbox.width, foot - top)
  plot.ctx.restore()
}

/** "12 Mar": the month in letters, since 3/12 is two different days on two sides of an ocean. */
const dayAndMonth = (seconds: number) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date(seconds * 1000))
