import type { Page } from '@playwright/test'
import { expectNoAxeFaults, expectToFit, sizes } from './support/checks'
import { expect, test } from './support/fixtures'
import { names } from './support/scenes/cast'

const table = (page: Page) => page.getByRole('table', { name: 'Users' })

test('a name is taken as people have it, and refused as somebody fakes it', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/account')
  const field = page.getByLabel('Name', { exact: true })
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const refused: [string, string][] = [
    ['Olga \u202erenwO', 'change the direction of text'],
    [`Z${'\u0323'.repeat(12)}algo`, 'more than six marks'],
    ['🦊🦊', 'at least one letter or digit'],
    ['\u3164\u200b', 'Enter a name'],
  ]
  for (const [name, said] of refused) {
    await field.fill(name)
    await save.click()
    await expect(page.getByText(said)).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
  }
  const taken: [string, string][] = [
    [`  ${names.arabic}  `, names.arabic],
    ['Ole\u200b \u200fNord\u200d', 'Ole Nord'],
    [names.emoji, names.emoji],
    [names.long, names.long],
    ['X', 'X'],
  ]
  for (const [name, stored] of taken) {
    await field.fill(name)
    await save.click()
    await expect(field).toHaveValue(stored)
    await expect(
      page.getByRole('button', { name: `Account of ${stored}`, exact: true }),
    ).toBeVisible()
  }
})

test('every name is found by itself, ordered, and keeps the sentence around it', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  const people = new Map<string, string>()
  for (const name of Object.values(names)) people.set(name, (await world.member(id, { name })).id)
  await signIn(page, owner)
  for (const [name, asked] of [
    [names.long, 'wolfeschlegel'],
    [names.arabic, 'محمد'],
    [names.hebrew, 'אביגיל'],
    [names.emoji, 'zoe'],
    [names.emoji, '👩🏽‍🚀'],
    [names.single, 'x'],
    [names.stacked, 'zalgo'],
  ] as const) {
    await page.goto(`/users?q=${encodeURIComponent(asked)}`)
    await expect(table(page).getByText(name, { exact: true }).first()).toBeVisible()
  }
  for (const sort of ['name', '-name']) {
    await page.goto(`/users?sort=${sort}`)
    await expect(table(page).getByRole('row')).toHaveCount(1 + 3 + people.size)
  }
  // Its own direction is its own: the question mark of the title, and the title of the window, stay at their ends.
  await page.goto(`/users/${people.get(names.arabic)}`)
  await expect(page).toHaveTitle(`\u2068${names.arabic}\u2069 · Gatehouse`)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask.getByRole('heading')).toHaveText(
    `Sign out \u2068${names.arabic}\u2069 everywhere?`,
  )
  await ask.getByRole('button', { name: 'Cancel' }).click()
  for (const name of [names.arabic, names.hebrew, names.stacked]) {
    await page.goto(`/users?remove=${people.get(name)}`)
    const title = page.getByRole('alertdialog').getByRole('heading').first()
    await expect(title).toHaveText(`Remove ${name}?`)
    // The name takes its line and no more: marks do not reach over what is around it.
    const { name: inside, title: around } = await title.evaluate((heading) => ({
      name: heading.querySelector('bdi')?.getBoundingClientRect().width ?? 0,
      title: heading.getBoundingClientRect().width,
    }))
    expect(inside).toBeGreaterThan(0)
    expect(inside).toBeLessThanOrEqual(around)
  }
})

test('a thousand: chosen, asked about and read, in a small window too', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  test.slow()
  const { id, owner, secondOwner } = organization
  const crowd = Array.from({ length: 1_000 }, (_, at) => ({
    name: at % 2 ? `${names.arabic} ${at}` : `${names.long.slice(0, 180)}${at}`,
    email: `c${at}@crowd.example`,
  }))
  await world.crowd(id, crowd)
  await signIn(page, owner)
  await page.goto('/users')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: /^Select all/ }).click()
  await bar.getByRole('button', { name: 'Remove…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Remove 1,001 people?' })
  await expect(dialog.getByText(secondOwner.name)).toBeVisible()
  await expectNoAxeFaults(page)
  for (const size of [sizes.zoomed, sizes.narrow]) await expectToFit(page, 'removal of 1,001', size)
  await page.keyboard.press('Escape')

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/users?import=1')
  const rows = Array.from({ length: 1_000 }, (_, at) => `${names.hebrew},p${at}@rows.example,owner`)
  await page.getByLabel('Or paste rows').fill(`name,email,role\n${rows.join('\n')}`)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const review = page.getByRole('dialog', { name: 'Check before sending' })
  await expect(review.getByRole('button', { name: 'All 1,000' })).toBeVisible({ timeout: 30_000 })
  for (let shown = 100; shown < 1_000; shown += 100)
    await review.getByRole('button', { name: 'Show 100 more rows' }).click()
  await expect(review.getByRole('listitem')).toHaveCount(1_000)
  for (const size of [sizes.zoomed, sizes.narrow]) await expectToFit(page, 'a thousand rows', size)
})

test('a page that runs from right to left still holds together', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  for (const path of ['/users', '/settings/general', '/account', '/my-access']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await expectToFit(page, `${path}, from right to left`, { width: 1280, height: 800 })
  }
})
