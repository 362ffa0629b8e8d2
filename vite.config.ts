/// <reference types="vitest/config" />
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/** kB (1,000 bytes) of script and style, gzipped, that the launch and the first sight of the panel may load. */
const FIRST_LOAD_LIMIT_KB = 150

/** Prints what the launch page and the panel load before anything is pressed, and fails the build when it is too much. */
function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = filesOfFirstLoad(bundle)
      const bytes = [...files].reduce((sum, file) => sum + gzippedBytes(bundle[file]), 0)
      const kB = bytes / 1000
      this.info(
        `first load of the panel: ${kB.toFixed(1)} kB gzip in ${files.size} files (limit ${FIRST_LOAD_LIMIT_KB})`,
      )
      if (kB > FIRST_LOAD_LIMIT_KB) this.error('The first load of the panel is too large.')
    },
  }
}

/** Script and style of both pages with everything they import at once; what is imported later does not count. */
function filesOfFirstLoad(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const files = new Set<string>()
  const visit = (file: string) => {
    const chunk = bundle[file]
    if (files.has(file) || !chunk) return
    files.add(file)
    if (chunk.type !== 'chunk') return
    for (const imported of chunk.imports) visit(imported)
    for (const style of chunk.viteMetadata?.importedCss ?? []) visit(style)
  }
  for (const entry of Object.values(bundle)) {
    if (entry.type === 'chunk' && entry.isEntry && ['launch', 'index'].includes(entry.name)) visit(entry.fileName)
  }
  return files
}

const gzippedBytes = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined) =>
  file ? gzipSync(file.type === 'chunk' ? file.code : file.source).length : 0

/** The panel: two pages (launch and return) and the audit page, served by the service as static files. */
export default defineConfig({
  root: 'client',
  base: '/panel/',
  plugins: [react(), firstLoad()],
  // fhirclient's own switch: browsers have fetch and AbortController, so its stand-ins stay out
  define: { FHIRCLIENT_PURE: 'true' },
  build: {
    outDir: '../dist/panel',
    emptyOutDir: true,
    // the Content-Security-Policy allows neither inline scripts nor data URLs
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
    rolldownOptions: {
      input: { launch: 'client/launch.html', index: 'client/index.html', audit: 'client/audit.html' },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/journey/**', 'test/conformance/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
