import type { Story } from '#server/sandbox/patients/story.ts'
import { adaBrandvold } from './ada-brandvold.ts'
import { bertilOsei } from './bertil-osei.ts'
import { celineMarchetti } from './celine-marchetti.ts'
import { dorotheaQuist } from './dorothea-quist.ts'
import { emekaLindgren } from './emeka-lindgren.ts'
import { farahNowicki } from './farah-nowicki.ts'
import { goranAshworth } from './goran-ashworth.ts'
import { hirokoDelacroix } from './hiroko-delacroix.ts'
import { ivanMbekiLarsson } from './ivan-mbeki-larsson.ts'
import { jolantaFairweather } from './jolanta-fairweather.ts'
import { kwameSorensen } from './kwame-sorensen.ts'
import { leilaVandermeer } from './leila-vandermeer.ts'
import { mateusOduya } from './mateus-oduya.ts'
import { noraTillinghast } from './nora-tillinghast.ts'
import { oskarPemberton } from './oskar-pemberton.ts'

/** People of this folder, in the order in which they join the cohort. */
export const storiesA: readonly Story[] = [
  adaBrandvold,
  bertilOsei,
  celineMarchetti,
  dorotheaQuist,
  emekaLindgren,
  farahNowicki,
  goranAshworth,
  hirokoDelacroix,
  ivanMbekiLarsson,
  jolantaFairweather,
  kwameSorensen,
  leilaVandermeer,
  mateusOduya,
  noraTillinghast,
  oskarPemberton,
]
