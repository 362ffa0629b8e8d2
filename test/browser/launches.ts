import { expect, test } from 'vitest'
import { everythingOn, loggedInAs, openChart, panelIn, type Ward } from './ward.ts'

/** Which patient stands in the panel, after every way of opening it again. */
export function launches(ward: () => Ward): void {
  test('L10: launching for patient B in the tab where A was open shows B, never A', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    await openChart(page, ward(), 'ada-brandvold')
    await page.getByRole('link', { name: 'All patients' }).click()
    await page.getByRole('link', { name: 'Céline Marchetti' }).click()
    const panel = panelIn(page)
    await panel.getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    await panel.getByText(/documents read/).waitFor()
    expect(await everythingOn(page)).not.toContain('Ada Brandvold')
    await page.context().close()
  })

  test('L10: the same where the panel fills the tab, and going back does not bring A over the launch of B', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const { ehr } = ward().product
    await page.goto(`${ehr}/chart/ada-brandvold/panel`)
    await page.getByRole('heading', { name: 'Ada Brandvold' }).waitFor()
    await page.goto(`${ehr}/chart/celine-marchetti/panel`)
    await page.getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    await page.goBack()
    await page.getByText('This page was opened without one, or after another.').waitFor()
    expect(await everythingOn(page)).not.toContain('Ada Brandvold')
    await page.goForward()
    await page.getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    await page.context().close()
  })

  test('L14: a tab that copied the storage shows nobody without a launch of its own, and its launch leaves the first alone', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const { ehr } = ward().product
    await page.goto(`${ehr}/chart/ada-brandvold/panel`)
    await page.getByRole('heading', { name: 'Ada Brandvold' }).waitFor()
    const opened = page.context().waitForEvent('page')
    // the browser gives the new tab a copy of the session storage
    await page.evaluate(() => void open(location.href))
    const duplicate = await opened
    await duplicate.getByText('This page was opened without one, or after another.').waitFor()
    await duplicate.goto(`${ehr}/chart/celine-marchetti/panel`)
    await duplicate.getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Ada Brandvold' }).waitFor()
    await page.context().close()
  })

  test('L14: a reload keeps patient and findings, without a second use of the code', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const { ehr } = ward().product
    await page.goto(`${ehr}/chart/celine-marchetti/panel`)
    const cards = page.getByRole('article')
    await cards.first().waitFor()
    const before = await cards.count()
    expect(new URL(page.url()).search).toBe('')
    await page.reload()
    await page.getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    await cards.first().waitFor()
    expect(await cards.count()).toBe(before)
    await page.context().close()
  })

  test('L13: two windows of one browser with two patients each keep their own', async () => {
    const first = await loggedInAs(ward(), 'Medical oncologist')
    const second = await first.context().newPage()
    await openChart(first, ward(), 'ada-brandvold')
    await openChart(second, ward(), 'celine-marchetti')
    for (const page of [first, second]) await page.getByRole('link', { name: 'Reopen' }).click()
    await first.reload()
    await panelIn(first).getByRole('heading', { name: 'Ada Brandvold' }).waitFor()
    await panelIn(second).getByRole('heading', { name: 'Céline Marchetti' }).waitFor()
    expect(await everythingOn(first)).not.toContain('Céline Marchetti')
    expect(await everythingOn(second)).not.toContain('Ada Brandvold')
    await first.context().close()
  })

  test('L29: after the launch no address, and nothing that outlives the tab, holds a patient, a code or a token', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    await openChart(page, ward(), 'ada-brandvold')
    const frame = page.frame({ name: 'irae-panel' })
    expect(frame?.url()).toBe(`${ward().product.serviceOrigin}/panel/index.html`)
    expect(await frame?.evaluate(() => localStorage.length)).toBe(0)
    await page.context().close()
  })

  test('L31: a page that is not on the list frames neither the panel nor the chart', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const { ehr, serviceOrigin } = ward().product
    const addresses = [`${serviceOrigin}/panel/index.html`, `${serviceOrigin}/panel/audit.html`, `${ehr}/patients`]
    const stranger = await page.context().newPage()
    await stranger.setContent(addresses.map((address) => `<iframe src="${address}"></iframe>`).join(''))
    const [, ...frames] = stranger.frames()
    expect(frames.map((frame) => frame.url())).toEqual(addresses.map(() => 'chrome-error://chromewebdata/'))
    await page.context().close()
  })

  test('while the panel works, the browser blocks nothing and reports no error', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const complaints: string[] = []
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    const panel = await openChart(page, ward(), 'celine-marchetti')
    const card = panel.getByRole('article', { name: 'Hepatitis' })
    await card.locator('.chart canvas').first().waitFor()
    await card.getByRole('button', { name: 'Show in note' }).first().click()
    await card.locator('mark').first().waitFor()
    await card.getByRole('button', { name: 'Reject…' }).click()
    await card.getByRole('radio').first().waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })
}
