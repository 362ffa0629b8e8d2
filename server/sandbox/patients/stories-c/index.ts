import type { Story } from '#server/sandbox/patients/story.ts'
import { anselmWhitcombe } from './anselm-whitcombe.ts'
import { philippaYarrow } from './philippa-yarrow.ts'
import { quentinZabriskie } from './quentin-zabriskie.ts'
import { renskeUmarova } from './renske-umarova.ts'
import { rosalindMwangi } from './rosalind-mwangi.ts'
import { svenOkonjo } from './sven-okonjo.ts'
import { teodorPrysmak } from './teodor-prysmak.ts'
import { ullaRavensworth } from './ulla-ravensworth.ts'
import { vikramSteensland } from './vikram-steensland.ts'
import { wilhelminaTabor } from './wilhelmina-tabor.ts'
import { yusufTrevelyan } from './yusuf-trevelyan.ts'
import { zoraUlvestad } from './zora-ulvestad.ts'

/** People of this folder, in the order in which they join the cohort. */
export const storiesC: readonly Story[] = [
  anselmWhitcombe,
  philippaYarrow,
  quentinZabriskie,
  renskeUmarova,
  rosalindMwangi,
  svenOkonjo,
  teodorPrysmak,
  ullaRavensworth,
  vikramSteensland,
  wilhelminaTabor,
  yusufTrevelyan,
  zoraUlvestad,
]
