import type { Story } from '#server/sandbox/patients/story.ts'
import { brigidAckerley } from './brigid-ackerley.ts'
import { conradBellweather } from './conrad-bellweather.ts'
import { hamishDunmore } from './hamish-dunmore.ts'
import { lorcanHollister } from './lorcan-hollister.ts'
import { philippaEastgate } from './philippa-eastgate.ts'
import { rosalindGreenhalgh } from './rosalind-greenhalgh.ts'
import { ximenaCorrigan } from './ximena-corrigan.ts'
import { yannickFarquharson } from './yannick-farquharson.ts'

/** People of this folder, in the order in which they join the cohort. */
export const storiesB: readonly Story[] = [
  brigidAckerley,
  conradBellweather,
  ximenaCorrigan,
  hamishDunmore,
  philippaEastgate,
  yannickFarquharson,
  rosalindGreenhalgh,
  lorcanHollister,
]
