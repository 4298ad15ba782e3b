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
