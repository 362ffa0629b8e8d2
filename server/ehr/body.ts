import { SurveillanceError } from '#server/errors.ts'

/** What a body turned out to be: a JSON object, nothing, or something that no FHIR server sends (a login page). */
export type Body =
  | { readonly bodyIs: 'json'; readonly body: object }
  | { readonly bodyIs: 'empty' | 'foreign'; readonly body: undefined }

/** Reads at most `limit` bytes; more end with `tooLarge` and the connection is given up. */
export async function bytesOf(response: Response, limit: number, tooLarge: () => Error): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** An escaped NUL or half of a surrogate pair: characters that no database takes. Whole pairs are looked at too. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i

const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value

/** B13: a body that is empty, HTML or broken JSON is a value here and becomes a typed error at its reader. */
export function bodyOf(bytes: Uint8Array): Body {
  const text = new TextDecoder().decode(bytes).trim()
  if (text === '') return { bodyIs: 'empty', body: undefined }
  try {
    const body: unknown = UNSTORABLE.test(text) ? JSON.parse(text, storable) : JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { bodyIs: 'json', body }
  } catch {
    // Broken JSON is foreign, whatever the media type claims.
  }
  return { bodyIs: 'foreign', body: undefined }
}

/** A bundle page larger than this is refused before it fills the memory. */
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024

export const answerBody = async (response: Response): Promise<Body> =>
  bodyOf(
    await bytesOf(response, LARGEST_ANSWER_BYTES, () => new SurveillanceError('EHR_NOT_FHIR', { reason: 'too-large' })),
  )
