/** Code points that windows-1252 keeps between 0x80 and 0x9F (WHATWG encoding table), as far as notes use them. */
const HIGH: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  '‰': 0x89,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
}

/** What a keyboard without the sign would have typed. */
const ASCII: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '→': '->', '−': '-', '↑': '^', '↓': 'v' }

/** The text in windows-1252; signs that the code page lacks are typed in ASCII, others become `?`. */
export function windows1252(text: string): Uint8Array {
  const typed = text.replace(/[≥≤→−↑↓]/g, (sign) => ASCII[sign] ?? sign)
  return Uint8Array.from([...typed], byteOf)
}

function byteOf(character: string): number {
  const code = character.codePointAt(0) ?? 0x3f
  const plain = code < 0x80 || (code >= 0xa0 && code <= 0xff)
  return plain ? code : (HIGH[character] ?? 0x3f)
}
