import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyteById } from '#fhir-mappings/analytes.ts'
import { everythingOn, expectRow, loggedInAs, openChart, type Ward, wordsOf, writeNote } from './ward.ts'

const WORDS = '6 loose stools a day since Monday, C. diff negative, on pembrolizumab'

/** The whole journey as a clinician sees it: a note or a result goes in, a grade comes out, a person signs. */
export function story(ward: () => Ward): void {
  describe('from a note to a signature', () => {
    let page: Page
    let panel: FrameLocator
    const diarrhea = () => panel.getByRole('article', { name: 'Diarrhea' })

    beforeAll(async () => {
      page = await loggedInAs(ward(), 'Medical oncologist')
      panel = await openChart(page, ward(), 'bertil-osei')
    })
    afterAll(() => page?.context().close())

    test('a signed note is in the panel within seconds, with its grade and its words', async () => {
      expect(await diarrhea().count()).toBe(0)
      await writeNote(page, WORDS)
      await diarrhea().waitFor({ timeout: 5000 })
      expect(await wordsOf(diarrhea())).toContain('Grade 2 · proposed')
      const quotes = await diarrhea().getByRole('blockquote').allInnerTexts()
      expect(quotes.join(' ')).toContain('6 loose stools a day')
      for (const quote of quotes) expect(WORDS).toContain(quote)
      await expectRow(page, 'Flags', /Unconfirmed: Diarrhea, CTCAE grade 2.*\(software\) active/)
      await expectRow(page, 'Observations', /Diarrhea.*preliminary/)
    })

    test('"Show in note" marks the words where they stand, with date and author', async () => {
      expect(await wordsOf(diarrhea().locator('.source'))).toMatch(
        /^Progress note · \d+ \w{3} \d{4}.* · Ingrid Vasterling$/,
      )
      await diarrhea().getByRole('button', { name: 'Show in note' }).click()
      const note = diarrhea().getByRole('region', { name: /^Note: Progress note/ })
      expect(await wordsOf(note)).toBe(WORDS)
      expect((await note.locator('mark').allInnerTexts()).join(' ')).toContain('6 loose stools a day')
    })

    test('the button says what it changes and in whose name; the chart then shows a final Observation and an active Flag', async () => {
      const confirm = diarrhea().getByRole('button', { name: 'Confirm grade 2' })
      expect(await wordsOf(confirm)).toMatch(/Observation becomes final.*in the name of Ingrid Vasterling/s)
      await confirm.click()
      await panel.getByRole('region', { name: 'Signed findings' }).getByRole('article', { name: 'Diarrhea' }).waitFor()
      expect(await wordsOf(diarrhea())).toContain('Grade 2 · confirmed')
      await expectRow(page, 'Observations', /Diarrhea.*final/)
      await expectRow(page, 'Flags', /\d Diarrhea, CTCAE grade 2.* active/)
      expect(await wordsOf(page.locator('#flags'))).not.toContain('Unconfirmed: Diarrhea')
    })

    test('the audit page shows who did what, on an intact chain', async () => {
      const audit = await page.context().newPage()
      await audit.goto(`${ward().product.serviceOrigin}/panel/audit.html`)
      await audit.getByText('Chain intact').waitFor()
      const rows = await audit.locator('tbody tr').allInnerTexts()
      const signed = /Ingrid Vasterling\s+finding-confirmed[\s\S]*Patient\/bertil-osei/
      expect(rows).toContainEqual(expect.stringMatching(signed))
      expect(await everythingOn(audit)).not.toContain('loose stools')
      await audit.close()
    })
  })

  test('an ALT of six times the upper limit becomes a proposed grade 3 with its course drawn', async () => {
    const page = await loggedInAs(ward(), 'Immunotoxicity nurse')
    const panel = await openChart(page, ward(), 'yannick-farquharson')
    const upper = analyteById('alt')?.textbook?.high ?? Number.NaN
    await page.getByRole('link', { name: 'Enter a result' }).click()
    await page.getByLabel('Test', { exact: true }).selectOption('alt')
    await page.getByLabel('Value, in the unit of the test').fill(String(6 * upper))
    await page.getByRole('button', { name: 'File result' }).click()
    const card = panel.getByRole('article', { name: 'ALT increased' })
    await card.waitFor({ timeout: 5000 })
    expect(await wordsOf(card)).toMatch(/Grade 3 · proposed[\s\S]*seen in the laboratory only/)
    await expect.poll(async () => (await card.locator('.chart canvas').boundingBox())?.height ?? 0).toBeGreaterThan(100)
    await card.getByText('Values of').click()
    expect(await wordsOf(card.getByRole('table'))).toContain(String(6 * upper))
    await page.context().close()
  })

  test('a rejection with its reason marks Observation and Flag as entered in error', async () => {
    const page = await loggedInAs(ward(), 'Immunotoxicity nurse')
    const panel = await openChart(page, ward(), 'conrad-bellweather')
    const card = panel.getByRole('article', { name: 'Pneumonitis' })
    await card.getByRole('button', { name: 'Reject…' }).click()
    await card.getByRole('button', { name: 'Sign the rejection' }).click()
    await card.getByRole('alert').waitFor()
    await card.getByRole('radio').first().check({ force: true })
    await card.getByLabel('Note (optional').fill('Progression on the scan of last week.')
    await card.getByRole('button', { name: 'Sign the rejection' }).click()
    await panel.getByText('Rejected, withdrawn or closed (1)').waitFor()
    expect(await wordsOf(card)).toContain('Progression on the scan of last week.')
    await expectRow(page, 'Observations', /Pneumonitis.*entered-in-error/)
    await expectRow(page, 'Flags', /Pneumonitis.*entered-in-error/)
    await expect.poll(() => page.locator('#flags').textContent()).not.toContain('Pneumonitis')
    await page.context().close()
  })

  test('a changed grade stands in the chart as an amended Observation', async () => {
    const page = await loggedInAs(ward(), 'Medical oncologist')
    const panel = await openChart(page, ward(), 'brigid-ackerley')
    const card = panel.getByRole('article', { name: 'Pruritus' })
    await card.getByRole('button', { name: 'Change grade…' }).click()
    await card.getByRole('radio', { name: /^Grade 3/ }).check({ force: true })
    await card.getByRole('button', { name: /^Sign grade 3/ }).click()
    await panel.getByRole('region', { name: 'Signed findings' }).getByRole('article', { name: 'Pruritus' }).waitFor()
    expect(await wordsOf(card)).toContain('Grade 3 · changed by a clinician')
    await expectRow(page, 'Observations', /Pruritus.*Grade 3.*amended/i)
    await expectRow(page, 'Flags', /\d Pruritus, CTCAE grade 3.* active/)
    await page.context().close()
  })

  test('who decides while another person signs is told so before signing', async () => {
    const [nurse, oncologist] = [
      await loggedInAs(ward(), 'Immunotoxicity nurse'),
      await loggedInAs(ward(), 'Medical oncologist'),
    ]
    const slow = (await openChart(nurse, ward(), 'celine-marchetti')).getByRole('article', { name: 'Hepatitis' })
    const quick = (await openChart(oncologist, ward(), 'celine-marchetti')).getByRole('article', { name: 'Hepatitis' })
    await slow.getByRole('button', { name: 'Reject…' }).click()
    await slow.getByRole('radio', { name: 'Another cause explains it' }).check({ force: true })
    await quick.getByRole('button', { name: /^Confirm/ }).click()
    await slow.getByText('Another decision was signed in the meantime').waitFor()
    expect(await wordsOf(slow)).toMatch(/Confirmed, grade \d, by Ingrid Vasterling/)
    await expectRow(nurse, 'Observations', /Hepatitis.*final/)
    await nurse.context().close()
    await oncologist.context().close()
  })

  test('L23: the patient sees the own notes, and nothing of what was found in them', async () => {
    const page = await (await ward().browser.newContext()).newPage()
    await page.goto(`${ward().product.ehr}/login`)
    await page.getByLabel('Or log in as a patient').selectOption('Patient/bertil-osei')
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByRole('heading', { name: 'Bertil Osei' }).waitFor()
    await page.frameLocator('iframe[name=irae-panel]').getByRole('alert').waitFor()
    const seen = await everythingOn(page)
    expect(seen).toContain('Pulmonology consult')
    expect(seen).toContain('The panel is for clinicians.')
    expect(seen).not.toMatch(/Diarrhea|Myositis|CTCAE|grade \d|Unconfirmed|proposed/i)
    const refused = await page.goto(`${ward().product.ehr}/chart/bertil-osei/findings`)
    expect(refused?.status()).toBe(403)
    await page.context().close()
  })
}
