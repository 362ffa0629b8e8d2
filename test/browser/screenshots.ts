import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { loggedInAs, openChart, openWard, panelIn, type Ward, writeNote } from './ward.ts'

// node test/browser/screenshots.ts FOLDER: pictures of the running product, to be looked at by a person

/** A note that gives the reader of the picture something to look for. */
const VISIT = `Unplanned visit, on durvalumab.

6 loose stools a day since Monday. No blood. C. diff negative, afebrile.
Abdomen soft. Eats and drinks, works from home.

Next dose held, stool studies sent, call on Friday.`

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Usage: node test/browser/screenshots.ts FOLDER\n')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
const ward = await openWard()
try {
  await sandboxPages(await loggedInAs(ward, 'Medical oncologist'), ward)
  await storyPages(await loggedInAs(ward, 'Medical oncologist'), ward)
  await narrowPages(await loggedInAs(ward, 'Immunotoxicity nurse'), ward)
  await audit(await loggedInAs(ward, 'Medical oncologist'), ward)
  await troubles(await loggedInAs(ward, 'Medical oncologist'), ward)
} finally {
  await ward.close()
}

async function shot(page: Page, name: string, fullPage = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder ?? '.', `${name}.png`), fullPage })
}

async function sandboxPages(page: Page, { product }: Ward): Promise<void> {
  await page.goto(`${product.ehr}/login`)
  await shot(page, '01-login')
  await page.goto(`${product.ehr}/patients`)
  await shot(page, '02-patients')
  await openChart(page, ward, 'goran-ashworth')
  await shot(page, '03-chart-many-flags')
  for (const tab of ['Laboratory', 'Infusions', 'Flags & Observations', 'Problems & drugs', 'Enter a result']) {
    await page.getByRole('link', { name: tab }).click()
    await page.waitForTimeout(300)
    await shot(page, `04-${tab.toLowerCase().replaceAll(/\W+/g, '-')}`)
  }
  await page.setViewportSize({ width: 350, height: 800 })
  await page.goto(`${product.ehr}/patients`)
  await shot(page, '05-patients-narrow')
  await openChart(page, ward, 'goran-ashworth')
  await shot(page, '05-chart-narrow')
  await page.context().close()
}

/** The whole story in one picture: a note just signed, its grade and words at the right. */
async function storyPages(page: Page, { product }: Ward): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 960 })
  await openChart(page, ward, 'leila-vandermeer')
  await shot(page, '06-nothing-found')
  await writeNote(page, VISIT)
  const card = panelIn(page).getByRole('article', { name: 'Diarrhea' })
  await card.getByText('In the chart, as unconfirmed.').waitFor()
  await panelIn(page)
    .getByText(/^All \d+ documents read/)
    .waitFor()
  await page.locator('#flags').getByText('Diarrhea').waitFor()
  await card.getByRole('button', { name: 'Show in note' }).click()
  await card.locator('mark').first().waitFor()
  await shot(page, '07-note-signed')
  await page.goto(`${product.ehr}/chart/leila-vandermeer/findings`)
  await panelIn(page).getByRole('article', { name: 'Diarrhea' }).waitFor()
  await shot(page, '08-unconfirmed-in-the-chart')
  await card.getByRole('button', { name: /^Confirm/ }).click()
  await panelIn(page).getByRole('region', { name: 'Signed findings' }).getByText('In the chart.').waitFor()
  await page.waitForTimeout(1500)
  await shot(page, '09-confirmed-in-the-chart')
  await page.context().close()
}

/** The panel alone at the width of a narrow frame. */
async function narrowPages(page: Page, { product }: Ward): Promise<void> {
  await page.setViewportSize({ width: 350, height: 800 })
  await page.goto(`${product.ehr}/chart/celine-marchetti/panel`)
  await page.getByRole('article').first().waitFor()
  await page.waitForTimeout(500)
  await shot(page, '10-panel')
  await shot(page, '10-panel-in-full', true)
  const card = page.getByRole('article').first()
  await card.getByRole('button', { name: 'Show in note' }).first().click()
  await card.locator('mark').first().waitFor()
  await card.getByRole('button', { name: /(Change|Set) grade…/ }).click()
  await card.getByRole('radio').first().waitFor({ state: 'attached' })
  await card.getByText('How this was made').click()
  await card.screenshot({ path: join(folder ?? '.', '11-change-grade.png') })
  await card.getByRole('button', { name: 'Reject…' }).click()
  await card.getByRole('button', { name: 'Sign the rejection' }).click()
  await card.getByRole('alert').waitFor()
  await card.screenshot({ path: join(folder ?? '.', '12-reject.png') })
  await page.setViewportSize({ width: 1280, height: 900 })
  await shot(page, '13-panel-wide', true)
  await page.setViewportSize({ width: 350, height: 800 })
  await page.goto(`${product.ehr}/chart/gideon-armitage/panel`)
  await page.getByText('This patient is not watched').waitFor()
  await shot(page, '14-not-watched')
  await page.context().close()
}

async function audit(page: Page, { product }: Ward): Promise<void> {
  await page.goto(`${product.serviceOrigin}/panel/audit.html`)
  await page.getByText('Chain intact').waitFor()
  await shot(page, '20-audit')
  await page.context().close()
}

/** A patient at the panel, and a service that is gone. */
async function troubles(page: Page, { product, browser }: Ward): Promise<void> {
  const patient = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await patient.goto(`${product.ehr}/login`)
  await patient.getByLabel('Or log in as a patient').selectOption('Patient/ada-brandvold')
  await patient.getByRole('button', { name: 'Log in' }).click()
  await panelIn(patient).getByRole('alert').waitFor()
  await shot(patient, '30-patient')
  const panel = await openChart(page, ward, 'goran-ashworth')
  await product.service.kill()
  await panel.getByText('This panel may be hiding an irAE').waitFor()
  await shot(page, '31-service-gone')
}
