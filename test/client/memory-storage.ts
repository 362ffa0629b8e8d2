/** A `Storage` in memory that also answers to property access, as fhirclient uses the real one. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>()
  const methods = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
  }
  return new Proxy(methods as Storage, {
    get: (target, name) => {
      if (name === 'length') return kept.size
      return name in target ? Reflect.get(target, name) : kept.get(String(name))
    },
    set: (_, name, value) => Boolean(kept.set(String(name), String(value))),
    has: (_, name) => kept.has(String(name)),
    deleteProperty: (_, name) => kept.delete(String(name)) || true,
  })
}
