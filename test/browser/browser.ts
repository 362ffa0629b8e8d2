import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Root in a container has no user namespaces. The browser's own defences (origins, CORS, CSP) stay as users have them. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--lang=en-GB']

/** A real Chromium, brought by npm and unpacked once per version. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked()
  const env = { HOME: folder, TMPDIR: folder, TZ: 'UTC', FONTCONFIG_FILE: fontsOf(folder) }
  const options = { executablePath: join(folder, 'chromium'), args: ARGUMENTS }
  return playwright.launch({ ...options, env }).catch((error: Error) => {
    if (!error.message.includes('error while loading shared libraries')) throw error
    // a bare machine has no NSS: the package brings the few libraries that the browser links to
    return playwright.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } })
  })
}

/** Unpacks beside the final place and moves in one step: an interrupted run leaves no half browser behind. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `irae-chromium-${version()}`)
  if (existsSync(folder)) return folder
  const beside = mkdtempSync(`${folder}-`)
  await extracted(beside)
  try {
    renameSync(beside, folder)
  } catch {
    // another run was quicker: its browser is the same one
    rmSync(beside, { recursive: true, force: true })
  }
  return folder
}

/** The package's own list of font folders names none that is here, and without a font the browser ends at once. */
function fontsOf(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const config = `<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`
  writeFileSync(file, config)
  return file
}

/** The package takes any `chromium` that it finds in the temporary folder, so it is given one of its own. */
async function extracted(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await chromium.executablePath()
    await inflate(join(packageFolder(), 'bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

const requireFrom = createRequire(import.meta.url)
const packageFolder = (): string => join(dirname(requireFrom.resolve('@sparticuz/chromium')), '..')

function version(): string {
  const manifest: { version: string } = requireFrom(join(packageFolder(), 'package.json'))
  return manifest.version
}
