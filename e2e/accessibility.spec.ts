import type { Page } from '@playwright/test'
import { expectNoAxeFaults, expectToFit, sizes } from './support/checks'
import { expect, type Member, test } from './support/fixtures'
import { makeCast } from './support/scenes/cast'
import { listScenes } from './support/scenes/lists'
import { pageScenes, signedOutScenes } from './support/scenes/pages'

// Every page and everything that opens on one, in an organization of strange names. A scene is opened once in each
// of two windows, and looked at there in every way that needs no other page.
const windows = [
  { window: 'table', width: 1440, height: 900, also: ['zoomed'] },
  { window: 'list', width: 390, height: 844, also: ['phone', 'narrow'] },
] as const
const groups = { lists: listScenes, pages: pageScenes, 'signed out': signedOutScenes }

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
        const page = await pageOf(scene.as?.(cast))
        try {
          await page.setViewportSize({ width, height })
          await scene.open(page, cast)
          // Colours do not change with the width: what is only here is looked at in all of them.
          await expectNoAxeFaults(page, scene.name, window === 'table' || Boolean(scene.only))
          for (const size of also) await expectToFit(page, scene.name, sizes[size])
        } catch (fault) {
          expect.soft((fault as Error).message, scene.name).toBe('')
          await page.close()
          pages.clear()
        }
      }
    })
  }
}
