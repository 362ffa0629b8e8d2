const BYTE_ORDER_MARKS: readonly (readonly [label: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** A sample is enough to see UTF-16: every second byte of Latin text is zero. */
const SAMPLE_BYTES = 4_096

/**
 * Bytes as text: byte order mark, then what the bytes can only be (UTF-16, UTF-8 beyond ASCII), then the declared
 * charset, then windows-1252. A label that says Latin-1 over bytes that are UTF-8 is a mistake seen in practice.
 */
export function decodeText(bytes: Uint8Array, contentType = '', declaredInside?: string): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return new TextDecoder(marked[0]).decode(bytes)
  const wide = wideCharset(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const declared = charsetOf(contentType) ?? declaredInside
  if (declared !== undefined && !isLatin(declared) && !isUtf8(declared)) {
    const text = decodeStrictly(bytes, declared)
    if (text !== undefined) return text
  }
  return decodeStrictly(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes)
}

/** The charset parameter of a media type, lower case. */
function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase()
}

const isUtf8 = (label: string) => /^utf-?8$/i.test(label)
const isLatin = (label: string) => /^(?:(?:us-)?ascii|iso-?8859-?1|latin-?1|windows-?1252|cp1252)$/i.test(label)

/** Undefined when the label is unknown or the bytes do not fit it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (sample.length < 4) return undefined
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const most = sample.length / 2
  if (odd > most * 0.4 && even < most * 0.05) return 'utf-16le'
  if (even > most * 0.4 && odd < most * 0.05) return 'utf-16be'
  return undefined
}
