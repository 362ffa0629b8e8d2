/** Where fhirclient glues its parameters to whatever endpoint the server announced. */
const GLUE = '?response_type=code&'

/**
 * The address of an authorization request, made whole: fhirclient puts a second question mark behind an endpoint that
 * has a query and leaves a relative endpoint relative (L6).
 * @throws TypeError when the endpoint is not a web address
 */
export function wholeAuthorizationUrl(glued: string, iss: string): string {
  const cut = glued.lastIndexOf(GLUE)
  if (cut < 0) throw new TypeError('The EHR announced no authorization endpoint.')
  const whole = wholeEndpoint(glued.slice(0, cut), iss)
  for (const [name, value] of new URLSearchParams(glued.slice(cut + 1))) whole.searchParams.set(name, value)
  return whole.href
}

/**
 * An endpoint as announced, resolved against the FHIR base (L6). Without encryption only where the FHIR base itself has
 * none (a sandbox), so that no announcement can turn the page into a script or the code into clear text.
 * @throws TypeError when the endpoint is not a web address of that kind
 */
export function wholeEndpoint(announced: string, iss: string): URL {
  const whole = new URL(announced, `${iss.replace(/\/+$/, '')}/`)
  const allowed = iss.startsWith('http:') ? ['http:', 'https:'] : ['https:']
  if (!allowed.includes(whole.protocol)) throw new TypeError('The EHR announced an endpoint that is not a web address.')
  return whole
}
