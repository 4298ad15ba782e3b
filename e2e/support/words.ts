import { expect, type Locator, type Page } from '@playwright/test'

/** The rows of a table by the heads of their columns, as they are read out. */
const rowsOf = (table: Locator): Promise<Record<string, string>[]> =>
  table.evaluate((element) => {
    const text = (cell: Element) => {
      const copy = cell.cloneNode(true) as Element
      for (const silent of copy.querySelectorAll('[aria-hidden=true], [role=tooltip]'))
        silent.remove()
      // Texts of different elements are words apart, as they are for the eye.
      const parts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
      let words = ''
      let before: Node | null = null
      while (parts.nextNode()) {
        const { parentNode, nodeValue } = parts.currentNode
        words += (before && before !== parentNode ? ' ' : '') + nodeValue
        before = parentNode
      }
      return words.replace(/\s+/g, ' ').trim()
    }
    const heads = [...element.querySelectorAll('thead td, thead th')].map(text)
    return [...element.querySelectorAll('tbody tr')].map((row) => {
      const cells = [...row.querySelectorAll('td, th')].map(text)
      return Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']))
    })
  })

type Cells = Record<string, string | RegExp>

/** A table has a row with these cells: `expectRow(users, { Name: 'Tom Li', 'Organization role': 'Owner' })`. */
export async function expectRow(table: Locator, cells: Cells) {
  const wanted = Object.entries(cells).map(([head, cell]) => [
    head,
    typeof cell === 'string' ? cell : expect.stringMatching(cell),
  ])
  await expect
    .poll(() => rowsOf(table), { message: 'rows of the table' })
    .toContainEqual(expect.objectContaining(Object.fromEntries(wanted)))
}

/** The cells of one column, from above. */
export const columnOf = async (table: Locator, head: string) =>
  (await rowsOf(table)).map((row) => row[head])

/** Chooses an entry of a row's menu. */
export async function rowAction(page: Page, rowName: string, action: string) {
  await openRowMenu(page, rowName)
  await page.getByRole('menuitem', { name: action }).click()
}

export const openRowMenu = (page: Page, rowName: string) =>
  page.getByRole('button', { name: `Actions for ${rowName}`, exact: true }).click()

export const expectToast = (page: Page, text: string | RegExp) =>
  expect(
    page
      .getByRole('region', { name: /Notifications/ })
      .getByRole('listitem')
      .filter({ hasText: text }),
  ).toBeVisible()

/** Fills in the sign-in form and sends it. */
export async function submitSignIn(
  page: Page,
  { email, password }: { email: string; password: string },
) {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Fills in what a new person is asked for behind an invitation, and joins. */
export async function joinAsNew(
  page: Page,
  { name, password }: { name: string; password: string },
) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^Join / }).click()
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

/** What the clipboard holds; a copy gets there a moment after the click. */
export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Puts a text into the clipboard and pastes it where the focus is. */
export async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+v')
}
