import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chartRows, expectRow, loggedInAs, openChart, panelIn, type Ward, writeNote } from './ward.ts'

/** What a clinician sees when the service is gone, and that nothing is lost when it comes back. */
export function outage(ward: () => Ward): void {
  let page: Page
  let panel: FrameLocator
  beforeAll(async () => {
    page = await loggedInAs(ward(), 'Medical oncologist')
    panel = await openChart(page, ward(), 'leila-vandermeer')
  })
  afterAll(() => page?.context().close())
  const chartNow = async () => {
    const rows = [...(await chartRows(page, 'Flags')), ...(await chartRows(page, 'Observations'))]
    return rows.map((row) => row.replace(/\s/g, ''))
  }

  test('a panel whose service is gone says that it may be hiding an irAE, and keeps what was typed', async () => {
    const open = await page.context().newPage()
    const other = await openChart(open, ward(), 'hiroko-delacroix')
    const card = other.getByRole('article', { name: 'Nephritis' })
    await card.getByRole('button', { name: 'Reject…' }).click()
    await card.getByLabel('Note (optional').fill('typed before the service went')
    await ward().product.service.kill()
    for (const shown of [panel, other]) await shown.getByText('This panel may be hiding an irAE').waitFor()
    expect(await panel.getByRole('alert').allInnerTexts()).toContainEqual(expect.stringContaining('Connection lost'))
    expect(await card.getByLabel('Note (optional').inputValue()).toBe('typed before the service went')
    await open.close()
  })

  test('a note written meanwhile is found when the service is back, and the alert goes by itself', async () => {
    await writeNote(page, 'Seen today on durvalumab. New watery diarrhea, 8 stools a day over baseline, no blood.')
    await page.getByRole('link', { name: 'Write a note' }).waitFor()
    await ward().product.service.start()
    await panel.getByRole('article', { name: 'Diarrhea' }).waitFor({ timeout: 40_000 })
    expect(await panel.getByText('This panel may be hiding an irAE').count()).toBe(0)
    await expectRow(page, 'Flags', /Unconfirmed: Diarrhea/)
  })

  test('after both processes were stopped and started, charts, findings and signatures are as before', async () => {
    await ward().product.everythingRead()
    const before = await chartNow()
    const { service, sandbox } = ward().product
    expect(await Promise.all([service.stop(), sandbox.stop()])).toEqual([0, 0])
    await Promise.all([sandbox.start(), service.start()])
    await openChart(page, ward(), 'leila-vandermeer')
    await panelIn(page).getByRole('article', { name: 'Diarrhea' }).waitFor()
    expect(before.join()).toContain('Unconfirmed:Diarrhea')
    expect(await chartNow()).toEqual(before)
    await openChart(page, ward(), 'bertil-osei')
    expect(await panelIn(page).getByRole('article', { name: 'Diarrhea' }).allInnerTexts()).toContainEqual(
      expect.stringContaining('Grade 2 · confirmed'),
    )
  })
}
