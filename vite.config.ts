/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The panel: two pages (launch and return) and the audit page, served by the service as static files. */
export default defineConfig({
  root: 'client',
  base: '/panel/',
  plugins: [react()],
  build: {
    outDir: '../dist/panel',
    emptyOutDir: true,
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
