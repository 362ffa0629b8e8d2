import type { Story } from '#server/sandbox/patients/story.ts'
import { berniceHolloway } from './bernice-holloway.ts'
import { brigidAckerley } from './brigid-ackerley.ts'
import { conradBellweather } from './conrad-bellweather.ts'
import { desmondKwan } from './desmond-kwan.ts'
import { gideonArmitage } from './gideon-armitage.ts'
import { hamishDunmore } from './hamish-dunmore.ts'
import { imeldaFernsby } from './imelda-fernsby.ts'
import { lorcanHollister } from './lorcan-hollister.ts'
import { margueriteLockhart } from './marguerite-lockhart.ts'
import { ottilieLangford } from './ottilie-langford.ts'
import { philippaEastgate } from './philippa-eastgate.ts'
import { rosalindGreenhalgh } from './rosalind-greenhalgh.ts'
import { winifredJessop } from './winifred-jessop.ts'
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
  winifredJessop,
  desmondKwan,
  ottilieLangford,
  berniceHolloway,
  imeldaFernsby,
  gideonArmitage,
  margueriteLockhart,
]
