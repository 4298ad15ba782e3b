import type { Page } from '@playwright/test'
import { axeFaults } from './support/axe'
import { expect, test } from './support/fixtures'

/** Every address that the page asks for, and every word of its console but Scalar's own timings. */
function watch(page: Page) {
  const seen = { urls: [] as string[], words: [] as string[] }
  page.on('request', (request) => seen.urls.push(request.url()))
  page.on('console', (message) => {
    if (message.type() !== 'info') seen.words.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => seen.words.push(String(error)))
  return seen
}

const open = async (page: Page, path = '/api/v2/docs', title = 'Gatehouse API v2') => {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

test('the reference is read without a key, from our origin alone, and leads to each problem', async ({
  page,
  baseURL,
}) => {
  const seen = watch(page)
  await open(page)
  await expect(page).toHaveTitle('Gatehouse API')
  for (const noun of ['Caller', 'People', 'Invitations', 'API keys']) {
    await expect(page.getByRole('button', { name: `Close Group ${noun}` })).toBeVisible()
    await expect(page.getByRole('heading', { name: noun, level: 2, exact: true })).toBeAttached()
  }
  // No key is typed in here: nothing is sent from this page.
  await expect(page.getByText('Bearer Token').first()).toBeHidden()
  const nav = page.getByRole('navigation', { name: /^Sidebar/ })
  await nav.getByRole('button', { name: /^Remove somebody/ }).click()
  const operation = page.getByRole('region', { name: /^Remove somebody/ })
  const problem = operation.getByRole('link', { name: 'demote_first' }).first()
  await expect(problem).toBeInViewport()
  expect(seen.urls.filter((url) => new URL(url).origin !== baseURL)).toEqual([])
  expect(seen.words).toEqual([])

  await problem.click()
  await expect(page).toHaveURL('/problems/demote_first')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Owners are made collaborators first',
  )
})

test('Gatehouse’s own API is the second document', async ({ page, baseURL }) => {
  const seen = watch(page)
  await open(page, '/api/v2/docs/')
  await page.getByRole('button', { name: 'Gatehouse API v2' }).first().click()
  await page.getByRole('option', { name: 'Gatehouse’s own API v1' }).click()
  await expect(page.getByRole('heading', { name: 'Gatehouse’s own API v1' })).toBeVisible()
  await expect(page.getByText('/api/gatehouse/v1').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read the organization of the key' })).toBeVisible()
  expect(seen.urls.filter((url) => new URL(url).origin !== baseURL)).toEqual([])
  expect(seen.words).toEqual([])
})

test('the theme is the console’s, and the way back leads there', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  await expect(page.locator('body')).toHaveClass(/dark-mode/)
  await page.evaluate(() => localStorage.setItem('theme', 'light'))
  await open(page)
  await expect(page.locator('body')).toHaveClass(/light-mode/)
  await expect(page.locator('html')).not.toHaveClass(/dark/)
  await page.getByRole('button', { name: /dark mode/i }).click()
  await expect(page.locator('html')).toHaveClass(/dark/)
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('dark')
  await expect(page.getByRole('link', { name: 'Console' })).toHaveAttribute('href', '/')
  await page.getByRole('link', { name: 'Problems', exact: true }).click()
  await expect(page).toHaveURL('/problems')
  await expect(page.locator('html')).toHaveClass(/dark/)
})

// The page is long, and axe looks at all of it: where all of it is drawn at once, at the shortest document.
for (const [name, width, colorScheme, path, title] of [
  ['wide', 1440, 'light', '/api/v2/docs?api=v1', 'AuthZEN decisions v1'],
  ['phone', 390, 'dark', '/api/v2/docs', 'Gatehouse API v2'],
] as const) {
  test(`fits and is clean under axe: ${name}, ${colorScheme}`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    await open(page, path, title)
    await expect(page.getByRole('button', { name: 'Copy' }).first()).toBeAttached()
    const over = () => document.documentElement.scrollWidth - innerWidth
    expect(await page.evaluate(over)).toBeLessThanOrEqual(0)
    // Scalar's own, and minor: docs/decisions/006-api-reference.md.
    const without = ['aria-allowed-role', 'landmark-unique']
    expect(await axeFaults(page, { without })).toEqual([])
  })
}
