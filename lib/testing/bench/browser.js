// @ts-check
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { systemChromium } from '../stages/browser.js'
import { atEnd } from './ends.js'
import { median } from './load.js'

/**
 * The Users page in Chromium with an empty cache: milliseconds until a row's menu and the search field have their handlers,
 * and the kilobytes of its scripts, compressed.
 * @param {string} url @param {import('./data.js').Data} data
 */
export async function inBrowser(url, { cookie }, times = 7) {
  const executablePath = systemChromium()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  atEnd(() => browser.close())
  const found = []
  for (let time = 0; time < times; time++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ ...cookie, url }])
    found.push(await load(context, `${url}/users`))
    await context.close()
  }
  await browser.close()
  return {
    interactive: median(found.slice(1).map(({ interactive }) => interactive)),
    scripts: median(found.map(({ scripts }) => scripts)),
    files: found[0]?.files ?? 0,
  }
}

/** @param {import('@playwright/test').BrowserContext} context @param {string} address */
async function load(context, address) {
  const page = await context.newPage()
  /** @type {Promise<number>[]} */
  const sizes = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      )
  })
  await page.addInitScript(whenInteractive)
  await page.goto(address)
  const handle = await page.waitForFunction(
    () => /** @type {any} */ (globalThis).interactiveAfter,
    null,
    { timeout: 30_000 },
  )
  const interactive = await handle.jsonValue()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return { interactive, scripts: bytes / 1000, files: sizes.length }
}

/** Runs in the page: React hangs its handlers on an element when it has hydrated it. */
function whenInteractive() {
  const ready = (/** @type {string} */ selector) => {
    const element = [...document.querySelectorAll(selector)].find(
      (one) => one.getClientRects().length > 0,
    )
    return element && Object.keys(element).some((key) => key.startsWith('__reactProps'))
  }
  const look = () => {
    if (ready('[data-row] button') && ready('input[type=search], input[placeholder*="earch"]'))
      Object.assign(globalThis, { interactiveAfter: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
