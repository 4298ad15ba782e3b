// @ts-check
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { at } from '../../listener/setup/paths.js'

/** A Chromium of the system, or undefined: then Playwright uses the one it has installed. */
export const systemChromium = () =>
  programOf(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])

/**
 * The same engine without the browser around it, which a page load of the tests takes a third of the work in: what
 * Playwright itself would download. Else the system's Chromium.
 */
export const headlessChromium = () => programOf(['chromium-headless-shell']) ?? systemChromium()

/** Makes sure that there is a browser: Debian's package, else the system's, else Playwright's download. */
export function browser() {
  if (programOf(['chromium-headless-shell'])) return 'found'
  const debian = isProgram('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (/** @type {string[]} */ ...args) =>
      spawnSync('apt-get', ['-qq', '-o', 'Acquire::http::Timeout=10', ...args], { env })
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell')
    if (programOf(['chromium-headless-shell'])) return 'installed'
  }
  if (systemChromium()) return 'found'
  execFileSync(
    process.execPath,
    [at('node_modules/@playwright/test/cli.js'), 'install', '--only-shell', 'chromium'],
    { cwd: at(), stdio: 'pipe' },
  )
  return 'installed'
}

/** @param {readonly string[]} names */
function programOf(names) {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
