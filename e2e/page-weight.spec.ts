import { gzipSync } from 'node:zlib'
import { expect, test } from './support/fixtures'

const LIMIT = 200_000 // bytes, compressed

test('the Users page comes with less than 200 kB of scripts, and then works', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length)
  })
  await page.goto('/users', { waitUntil: 'networkidle' })
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
  expect(scripts.size).toBeGreaterThan(5)
  expect(total, JSON.stringify(Object.fromEntries(scripts), null, 2)).toBeLessThan(LIMIT)

  // What was left out comes when somebody is there.
  const before = scripts.size
  const { name } = organization.collaborator
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await expect(page.getByRole('menuitem', { name: 'Manage access…' })).toBeVisible()
  await expect.poll(() => scripts.size).toBeGreaterThan(before) // counted once its body is here
})

test('the server sends what a list shows once, as data, and rows take the place of lines as high', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  const { name, email } = organization.collaborator
  const html = await (await page.request.get('/users')).text()
  expect(html.split(email).length - 1).toBe(1)
  expect(html).not.toContain('data-row')
  expect(html).toContain('aria-busy="true"')

  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        document.documentElement.dataset.moved = String(
          Number(document.documentElement.dataset.moved ?? 0) + entry.value,
        )
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/users')
  const table = page.getByRole('region', { name: 'Users' })
  await expect(table).toHaveAttribute('aria-busy', 'false')
  await expect(table.getByRole('link', { name })).toBeVisible()
  const moved = await page.evaluate(() => Number(document.documentElement.dataset.moved ?? 0))
  expect(moved, 'how much moved').toBeLessThan(0.02)
})

test('a part that cannot be had is said, asked for again, and comes', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/users', { waitUntil: 'networkidle' })
  let broken = true
  await page.route('**/_next/static/chunks/**', (route) =>
    broken ? route.abort('connectionfailed') : route.continue(),
  )
  const { name } = organization.collaborator
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  const banner = page.getByText('A part of this page could not be loaded')
  await expect(banner).toBeVisible()
  broken = false
  await expect(page.getByRole('menuitem', { name: 'Manage access…' })).toBeVisible()
  await expect(banner).toBeHidden()
})
