/** B15: at most `width` requests to one site at a time; the others wait in order. */
export function gate(width: number): <T>(act: () => Promise<T>) => Promise<T> {
  let free = width
  const waiting: (() => void)[] = []
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((admitted) => waiting.push(admitted))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async (act) => {
    await enter()
    try {
      return await act()
    } finally {
      leave()
    }
  }
}
