import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Product, startProduct } from '#test/journey/product.ts'
import { openBrowser } from './browser.ts'

/** The running product and a real browser before it. */
export interface Ward {
  readonly product: Product
  readonly browser: Browser
  close(): Promise<void>
}

/** As wide as a workstation: chart and panel side by side. */
const WORKSTATION = { width: 1280, height: 900 }

export async function openWard(): Promise<Ward> {
  const [product, browser] = await Promise.all([startProduct(), openBrowser()])
  await product.everythingRead()
  return {
    product,
    browser,
    close: async () => {
      await browser.close()
      await product.close()
    },
  }
}

/** A browser of its own in which this person has logged in by the login page. */
export async function loggedInAs({ browser, product }: Ward, role: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: WORKSTATION })).newPage()
  await page.goto(`${product.ehr}/`)
  await page.getByRole('button', { name: role }).click()
  await page.getByRole('heading', { name: 'Patients' }).waitFor()
  return page
}

/** The panel in the frame of the open chart. */
export const panelIn = (page: Page): FrameLocator => page.frameLocator('iframe[name=irae-panel]')

/** Opens a chart and waits until its panel has launched and everything in the chart is read. */
export async function openChart(page: Page, { product }: Ward, patient: string): Promise<FrameLocator> {
  await page.goto(`${product.ehr}/chart/${patient}/notes`)
  const panel = panelIn(page)
  await panel.getByText(/^All \d+ documents read|Not fully read/).waitFor()
  return panel
}

export async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Write a note' }).click()
  await page.getByLabel('Note', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
}

/** The rows of a table of the chart's tab "Flags & Observations", as their words. */
export async function chartRows(page: Page, table: 'Flags' | 'Observations'): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'Flags & Observations' }).click()
  await page.getByRole('heading', { name: table, exact: true }).waitFor()
  const rows = await page.locator(`h2:text-is("${table}") + table tbody tr`).allInnerTexts()
  return rows.map((row) => row.replace(/\s+/g, ' '))
}

/** Waits until one row of the chart's tab says all of this. */
export async function expectRow(page: Page, table: 'Flags' | 'Observations', words: RegExp): Promise<void> {
  await expect.poll(() => chartRows(page, table), { timeout: 10_000 }).toContainEqual(expect.stringMatching(words))
}

/** All text of a page and of the frames in it. */
export async function everythingOn(page: Page): Promise<string> {
  const texts = await Promise.all(page.frames().map((frame) => wordsOf(frame.locator('body'))))
  return texts.join('\n')
}

/** What a person reads there: hidden words are left out, as on the screen. */
export async function wordsOf(place: Locator): Promise<string> {
  await place.waitFor()
  return (await place.allInnerTexts()).join('\n')
}
