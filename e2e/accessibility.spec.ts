import type { Page } from '@playwright/test'
import { expectNoAxeFaults, expectToFit, sizes } from './support/checks'
import { expect, type Member, test } from './support/fixtures'
import { accessScenes } from './support/scenes/access'
import { makeCast } from './support/scenes/cast'
import { factorScenes } from './support/scenes/factors'
import { listScenes } from './support/scenes/lists'
import { pageScenes, signedOutScenes } from './support/scenes/pages'
import { resourceScenes } from './support/scenes/resources'
import { serviceAccountScenes } from './support/scenes/service-accounts'

// Every page and everything that opens on one, in an organization of strange names. A scene is opened once in each
// of two windows, and looked at there in every way that needs no other page; one that is an address alone, in the first.
const windows = [
  { window: 'table', width: 1440, height: 900, also: ['zoomed'] },
  { window: 'list', width: 390, height: 844, also: ['narrow'] },
] as const
const everySize = windows.flatMap(({ also }) => also)
test.describe.configure({ mode: 'parallel' })

const groups = {
  lists: listScenes,
  pages: [...pageScenes, ...factorScenes],
  resources: resourceScenes,
  access: [...accessScenes, ...serviceAccountScenes],
  'signed out': signedOutScenes,
}

for (const { window, width, height, also } of windows) {
  for (const [group, scenes] of Object.entries(groups)) {
    test(`${group}, as a ${window}`, async ({ otherBrowser, world, baseURL }) => {
      test.setTimeout(600_000)
      const cast = await makeCast(world, baseURL as string)
      const pages = new Map<string, Page>()
      const pageOf = async (member: Member | undefined) => {
        const key = member?.id ?? 'nobody'
        const page = pages.get(key) ?? (await otherBrowser(member))
        pages.set(key, page)
        return page
      }
      for (const scene of scenes) {
        if (scene.only && scene.only !== window) continue
        const once = scene.open.untouched && !scene.only
        if (once && window === 'list') continue
        const page = await pageOf(scene.as?.(cast))
        page.setDefaultTimeout(15_000) // one that hangs is one fault
        try {
          await page.setViewportSize({ width, height })
          await page.context().setOffline(false)
          await scene.open(page, cast)
          // Neither names nor colours change with the width: each scene is asked once.
          if (window === 'table' || scene.only) await expectNoAxeFaults(page, scene.name)
          for (const size of once ? everySize : also)
            await expectToFit(page, scene.name, sizes[size])
        } catch (fault) {
          expect.soft((fault as Error).message, scene.name).toBe('')
          for (const open of pages.values()) await open.close()
          pages.clear()
        }
      }
    })
  }
}

test('letters of twice the size, as the browser is set', async ({
  playwright,
  launchOptions,
  world,
  baseURL,
  signIn,
}) => {
  test.slow()
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  try {
    const cast = await makeCast(world, baseURL as string)
    const window = { width: 1280, height: 800 }
    const context = await browser.newContext({ baseURL, viewport: window, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await signIn(page, cast.owner)
    const wanted =
      /^(users|users: manage access|users: remove|users: invite|person: long|settings|account|palette|API keys)$/
    for (const scene of [...listScenes, ...pageScenes].filter(({ name }) => wanted.test(name))) {
      await scene.open(page, cast)
      const size = await page.evaluate(() => getComputedStyle(document.body).fontSize)
      expect(size, 'letters follow the browser').toBe('26px')
      await expectToFit(page, `${scene.name}, large letters`, window)
    }
  } finally {
    await browser.close()
  }
})
