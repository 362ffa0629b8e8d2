/** Seconds: a course shorter than this, or a single value, is drawn with a week before and after it. */
const SHORTEST = 14 * 24 * 60 * 60

/** The time axis of a course, in seconds since 1970: never a single moment, which no axis can label. */
export function timeRange(first: number, last: number): readonly [number, number] {
  if (last - first >= SHORTEST) return [first, last]
  const middle = (first + last) / 2
  return [middle - SHORTEST / 2, middle + SHORTEST / 2]
}
