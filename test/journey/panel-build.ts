import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Builds the panel when a source of it is younger than the last build; a fresh build is used as it is. */
export function buildPanel(): void {
  const built = join(root, 'dist/panel/index.html')
  const sources = ['client', 'fhir-mappings', 'vite.config.ts', 'package.json'].map((path) => join(root, path))
  if (existsSync(built) && newest(sources) < statSync(built).mtimeMs) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  // the test runner says NODE_ENV=test, with which React's development build would be measured and served
  const env = { PATH: '/usr/bin:/bin', NODE_ENV: 'production' }
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env, stdio: 'pipe' })
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.flatMap(filesUnder).map((file) => statSync(file).mtimeMs))
}

/** Only files say when something was written: a folder also gets younger when a tool leaves a note in it. */
function filesUnder(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vitest'))
    .map((entry) => join(entry.parentPath, entry.name))
}
