// @ts-check
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { at } from '../../listener/setup/paths.js'

/** A Chromium of the system, or undefined: then Playwright uses the one it has installed. */
export function systemChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

/** Makes sure that there is a browser: the system's, else Debian's package, else Playwright's download. */
export function browser() {
  if (systemChromium()) return 'found'
  const debian = isProgram('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
    if (systemChromium()) return 'installed'
  }
  execFileSync(
    process.execPath,
    [at('node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    { cwd: at(), stdio: 'pipe' },
  )
  return 'installed'
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
