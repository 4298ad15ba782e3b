import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Cast, Scene } from './cast'

export const as: Scene['as'] = ({ owner }) => owner

/** Of table and list, which both stand in the page, whichever is to be seen. */
export const shown = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible()

export const menu = (page: Page) => expect(page.getByRole('menu').first()).toBeVisible()

export const press = (page: Page, name: string | RegExp, exact = false) =>
  page.getByRole('button', { name, exact }).filter({ visible: true }).first().click()

/** Opens a page of something in the cast, and waits for a text of it. */
export const at =
  (path: (cast: Cast) => string, text: string | RegExp) => async (page: Page, cast: Cast) => {
    await page.goto(path(cast))
    await shown(page, text)
  }

export async function choose(page: Page, ...names: string[]) {
  for (const name of names)
    await page
      .getByRole('checkbox', { name: `Select ${name}`, exact: true })
      .filter({ visible: true })
      .click({ force: true })
}

/** An entry of the bar below what is chosen, or of its menu where the bar is narrow. */
export async function verb(page: Page, name: RegExp) {
  const bar = page.getByRole('region', { name: 'Selection' })
  const open = bar.getByRole('button', { name: 'Actions' })
  await bar.waitFor()
  if (await open.isVisible()) {
    await open.click()
    await page.getByRole('menuitem', { name }).click()
  } else await bar.getByRole('button', { name }).click()
}
