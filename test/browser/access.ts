import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { loggedInAs, openChart, panelIn, type Ward, wordsOf } from './ward.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical in one document, as "rule: where". */
async function serious(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE)
  const results = await frame.evaluate<AxeResults>('axe.run(document, { iframes: false })')
  if (results.passes.length === 0) throw new Error('axe has looked at nothing.')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

async function panelFrame(page: Page): Promise<Frame> {
  const frame = page.frame({ name: 'irae-panel' })
  if (!frame) throw new Error('The chart has no panel.')
  return frame
}

/** Presses Tab until this has the focus, as a person without a mouse does. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    if (await place.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('It cannot be reached with the Tab key.')
}

/** People with a screen reader, without a mouse, with a narrow panel. */
export function access(ward: () => Ward): void {
  test('axe finds nothing serious in login page, patient list, every tab and every form of the chart', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const { ehr } = ward().product
    const paths = ['login', 'patients', ...chartPaths.map((path) => `chart/ada-brandvold/${path}`)]
    for (const path of paths) {
      await page.goto(`${ehr}/${path}`)
      expect([path, ...(await serious(page.mainFrame()))]).toEqual([path])
    }
    await page.context().close()
  })

  test('axe finds nothing serious in panel, note view, decision forms and audit page', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const panel = await openChart(page, ward(), 'farah-nowicki')
    const frame = await panelFrame(page)
    expect(await serious(frame)).toEqual([])
    const cards = panel.getByRole('article')
    await panel.getByRole('button', { name: 'Show in note' }).first().click()
    await panel.getByRole('region', { name: /^Note:/ }).waitFor()
    await cards
      .nth(0)
      .getByRole('button', { name: /(Change|Set) grade…/ })
      .click()
    await cards.nth(1).getByRole('button', { name: 'Reject…' }).click()
    await cards.nth(1).getByRole('radio').first().waitFor({ state: 'attached' })
    await cards.nth(1).getByRole('button', { name: 'Sign the rejection' }).click()
    await cards.nth(1).getByRole('alert').waitFor()
    expect(await serious(frame)).toEqual([])
    await page.goto(`${ward().product.serviceOrigin}/panel/audit.html`)
    await page.getByText('Chain intact').waitFor()
    expect(await serious(page.mainFrame())).toEqual([])
    await page.context().close()
  })

  test('a finding is found, opened and confirmed with the keyboard alone', async () => {
    const page = await loggedInAs(ward(), 'Immunotoxicity nurse')
    await openChart(page, ward(), 'farah-nowicki')
    const card = panelIn(page).getByRole('article', { name: 'Myasthenia gravis' })
    await page.locator('iframe').focus()
    await tabTo(page, card.getByRole('button', { name: 'Show in note' }).first())
    await page.keyboard.press('Enter')
    await card.locator('mark').first().waitFor()
    await tabTo(page, card.getByRole('button', { name: /^Confirm/ }))
    await page.keyboard.press('Enter')
    const signed = panelIn(page).getByRole('region', { name: 'Signed findings' })
    await signed.getByRole('article', { name: 'Myasthenia gravis' }).waitFor()
    expect(await wordsOf(card)).toMatch(/· confirmed/)
    const heading = card.getByRole('heading', { level: 3 })
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.context().close()
  })

  test('at 350 px the panel never scrolls sideways, whatever is open', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    await page.setViewportSize({ width: 350, height: 800 })
    await page.goto(`${ward().product.ehr}/chart/celine-marchetti/panel`)
    await page.getByRole('article').first().waitFor()
    await page.getByRole('button', { name: 'Show in note' }).first().click()
    await page
      .getByRole('button', { name: /(Change|Set) grade…/ })
      .first()
      .click()
    for (const summary of await page.locator('summary').all()) await summary.click()
    await page.getByRole('radio').first().waitFor({ state: 'attached' })
    const [shown, needed] = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      return [clientWidth, scrollWidth] as const
    })
    expect(needed).toBe(shown)
    await page.context().close()
  })
}

const chartPaths = [
  ...['notes', 'laboratory', 'infusions', 'findings', 'problems'],
  ...['write/note', 'write/result', 'write/infusion'],
]
