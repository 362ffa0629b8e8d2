import { afterAll, beforeAll, describe } from 'vitest'
import { access } from './access.ts'
import { launches } from './launches.ts'
import { outage } from './outage.ts'
import { story } from './story.ts'
import { openWard, type Ward } from './ward.ts'

/** One running product and one browser for every chapter: reading all charts at the start takes longer than a chapter. */
let ward: Ward
beforeAll(async () => {
  ward = await openWard()
}, 240_000)
afterAll(() => ward?.close())

describe('the story', () => story(() => ward))
describe('launches', () => launches(() => ward))
describe('for everybody', () => access(() => ward))
describe('when a part is down', () => outage(() => ward))
