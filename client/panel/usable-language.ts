/**
 * The language to use instead of one that Intl refuses: a Linux browser without a locale calls its own "en-US@posix".
 */
export function usableLanguage(named: string): string {
  try {
    return Intl.getCanonicalLocales(named)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

// uPlot hands navigator.language to Intl while it loads, so the name is mended before; see laboratory-chart.tsx
if (usableLanguage(navigator.language) !== navigator.language) {
  Object.defineProperty(navigator, 'language', { value: usableLanguage(navigator.language), configurable: true })
}
