/** How much an attachment may cost. One note is rarely above 1 MB; scans and whole-chart exports are what is refused. */
export interface AttachmentLimits {
  /** bytes as received, after base64 */
  readonly maxBytes: number
  /** characters of the text that comes out */
  readonly maxTextLength: number
  /** bytes that any one compressed stream inside may become */
  readonly maxInflatedBytes: number
  /** for formats that are read in steps (PDF) */
  readonly timeoutMs: number
  readonly maxPages: number
}

export const defaultLimits: AttachmentLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxTextLength: 5_000_000,
  maxInflatedBytes: 64 * 1024 * 1024,
  timeoutMs: 20_000,
  maxPages: 1_000,
}
