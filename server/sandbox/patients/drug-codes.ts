import type { Coding } from '@medplum/fhirtypes'
import { HCPCS, NDC, RXNORM } from '#fhir-mappings/code-systems.ts'

/** The sandbox hospital's own formulary: a code system that nobody outside knows. */
const FORMULARY = 'https://sandbox.example.org/formulary'

/**
 * Codes under which the sandbox charts a checkpoint inhibitor. RxNorm ingredients: OHDSI phenotype library; RxNorm
 * products: openFDA drug directory; HCPCS: CMS Level II table. NDC: package codes in 4-4-2 or 5-3-2 form as printed on
 * vials. A code that was not seen in such a list is absent here.
 */
interface DrugCodes {
  readonly ingredient?: string
  readonly product?: string
  readonly hcpcs?: string
  readonly ndc?: string
}

const drugCodes: Readonly<Record<string, DrugCodes>> = {
  pembrolizumab: { ingredient: '1547545', product: '1657746', hcpcs: 'J9271', ndc: '0006-3026-02' },
  'pembrolizumab-sc': { ingredient: '1547545', product: '2723762' },
  nivolumab: { ingredient: '1597876', hcpcs: 'J9299', ndc: '0003-3774-12' },
  'nivolumab-sc': { ingredient: '1597876', product: '2700798' },
  'nivolumab-relatlimab': { product: '2596778', hcpcs: 'J9298' },
  ipilimumab: { ingredient: '1094833', product: '1657005', hcpcs: 'J9228' },
  atezolizumab: { ingredient: '1792776', hcpcs: 'J9022', ndc: '50242-917-01' },
  'atezolizumab-sc': { ingredient: '1792776' },
  durvalumab: { ingredient: '1919503', product: '1919507', hcpcs: 'J9173' },
  avelumab: { ingredient: '1875534', hcpcs: 'J9023' },
  cemiplimab: { ingredient: '2058826', product: '2058830', hcpcs: 'J9119' },
  dostarlimab: { ingredient: '2539967', product: '2539972' },
  tremelimumab: { product: '2619317' },
  toripalimab: { ingredient: '2669406' },
  penpulimab: { product: '2712652' },
}

type CodedWay = 'rxnorm' | 'ndc' | 'hcpcs' | 'local-code'

/**
 * The coding of one dose; undefined for a drug that is not a checkpoint inhibitor, which the sandbox charts in words.
 * Products come before ingredients, as in real administrations; NDCs change their spelling from dose to dose (M1).
 * A checkpoint inhibitor without such a code is a mistake of the story and throws.
 */
export function codingOf(agent: string, way: CodedWay, dose: number): Coding | undefined {
  if (way === 'local-code') return { system: FORMULARY, code: `ONC-${agent.slice(0, 12).toUpperCase()}` }
  const codes = drugCodes[agent]
  if (codes === undefined) return undefined
  const { system, code } = coded(codes, way, dose)
  if (code === undefined) throw new Error(`No verified ${way} code for ${agent}: chart this story in another way.`)
  return { system, code }
}

function coded(codes: DrugCodes, way: 'rxnorm' | 'ndc' | 'hcpcs', dose: number) {
  if (way === 'rxnorm') return { system: RXNORM, code: codes.product ?? codes.ingredient }
  if (way === 'hcpcs') return { system: HCPCS, code: codes.hcpcs }
  return { system: NDC, code: codes.ndc === undefined ? undefined : spelledNdc(codes.ndc, dose) }
}

/** 10 digits with dashes, 11 digits with dashes, 11 digits without: three spellings of one package in turn. */
function spelledNdc(ndc: string, dose: number): string {
  const [labeler = '', product = '', pack = ''] = ndc.split('-')
  const eleven = [labeler.padStart(5, '0'), product.padStart(4, '0'), pack.padStart(2, '0')]
  return [ndc, eleven.join('-'), eleven.join('')][dose % 3] ?? ndc
}
