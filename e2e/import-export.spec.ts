import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast } from './support/words'

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const choose = (page: Page, file: ReturnType<typeof csv>) =>
  page.getByLabel('CSV file').setInputFiles(file)
const review = (page: Page) => page.getByRole('dialog', { name: 'Check before sending' })

async function downloadFrom(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('what one organization exports, another one imports', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { owner, secondOwner, stranger } = organization
  await world.member(organization.id, { name: '=HYPERLINK("http://x.example")' })
  await signIn(page, owner)
  await page.goto('/users')
  const exported = await downloadFrom(page, () =>
    page.getByRole('button', { name: 'Export' }).click(),
  )
  expect(exported.name).toMatch(/^people-\d{4}-\d\d-\d\d\.csv$/)
  expect(exported.text).toContain(`"'=HYPERLINK(""http://x.example"")"`)
  await expectToast(page, `Downloaded ${exported.name}`)
  const events = await world.events(organization.id)
  expect(events.find(({ event }) => event === 'member.exported')?.after).toMatchObject({
    people: 4,
  })

  const there = await otherBrowser(stranger)
  await there.goto('/users')
  await there.getByRole('button', { name: 'Import' }).click()
  await expect(there).toHaveURL(/import=1/)
  await expectNoAxeFaults(there)
  await choose(there, csv(exported.name, exported.text))
  const dialog = review(there)
  await expect(dialog.getByRole('button', { name: 'New 4' })).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(4)
  await expectNoAxeFaults(there)
  await dialog.getByRole('radio', { name: 'As the file says (2 owners)' }).click()
  await dialog.getByRole('button', { name: 'Make 4 links' }).click()

  const result = there.getByRole('dialog', { name: '4 invitations made' })
  const link = result.getByLabel(`invitation link for ${secondOwner.email}`, { exact: true })
  await expect(link).toHaveValue(/register\?invitation=/)
  await expectNoAxeFaults(there)
  await result.getByRole('button', { name: 'Done' }).click()
  await expect(result.getByText('4 links were not copied')).toBeVisible()
  await result.getByRole('button', { name: 'Back to the links' }).click()
  const results = await downloadFrom(there, () =>
    result.getByRole('button', { name: 'CSV' }).click(),
  )
  expect(results.text).toContain(`"${secondOwner.email}","owner","invited","http`)
  await result.getByRole('button', { name: 'Done' }).click()
  await expect(result).toBeHidden()
  await expect(there).toHaveURL('/users')

  // Nobody is invited twice by the same file.
  await there.goto('/users?import=1')
  await choose(there, csv(exported.name, exported.text))
  await expect(dialog.getByRole('button', { name: 'Invited already 4' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Make 0 links' })).toBeVisible()
  await dialog.getByRole('checkbox').click()
  await expect(dialog.getByRole('button', { name: 'Make 4 links' })).toBeVisible()
})

test('the dry run says for each line what would happen', async ({ page, organization, signIn }) => {
  const { owner, collaborator } = organization
  await signIn(page, owner)
  await page.goto('/users?import=1')
  await page
    .getByLabel('Or paste rows')
    .fill(
      `Name;E-Mail;Role\nLena;lena@partner.example;owner\nX;${collaborator.email};\nY;broken@partner;\nZ;LENA@partner.example;`,
    )
  await page.getByRole('button', { name: 'Check' }).click()
  const dialog = review(page)
  await expect(dialog.getByRole('listitem')).toHaveText([
    /Line 2.*lena@partner\.example.*Gets an invitation\./,
    /Line 3.*Is a member already and is left out\./,
    /Line 4.*is not a complete address/,
    /Line 5.*The same address as on line 2\./,
  ])
  await dialog.getByRole('button', { name: 'Faulty 1' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'Make 1 link' })).toBeVisible()
})

test('a file that cannot be read says what to do, and nothing leaves', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/users?import=1')
  const files: [string, Buffer | string, RegExp][] = [
    ['huge.csv', Buffer.alloc(10_000_000, 97), /larger than 2 MB/],
    ['utf16.csv', Buffer.from('\ufeffemail\na@b.example', 'utf16le'), /UTF-16/],
    ['book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /workbook/],
    ['names.csv', 'name,role\nLena,owner', /Name one of them “email”/],
    ['many.csv', 'a@b.example\n'.repeat(5_001), /more than 5,000 rows/],
    ['zero.csv', 'email\na@b.example\u0000', /not a text file/],
  ]
  for (const [name, text, said] of files) {
    await choose(page, csv(name, text as string))
    const alert = page.getByRole('dialog').getByRole('alert')
    await expect(alert).toContainText(name)
    await expect(alert).toContainText(said)
  }
})

test('a connection that breaks leaves a plain record, and the file can be run again', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/users?import=1')
  await choose(
    page,
    csv('p.csv', 'email,role\na@p.example,\nb@p.example,owner\nc@p.example,collaborator'),
  )
  const dialog = review(page)
  await dialog.getByRole('radio', { name: 'As the file says (1 owner)' }).click()
  let calls = 0
  await page.route('**/users**', (route) => {
    if (!route.request().headers()['next-action']) return route.continue()
    calls += 1
    return calls === 2 ? route.abort() : route.continue()
  })
  await dialog.getByRole('button', { name: 'Make 3 links' }).click()
  const result = page.getByRole('dialog', { name: 'Broken off: 2 invitations made' })
  await expect(result.getByText('Done: lines 2 and 4.')).toBeVisible()
  await expect(result.getByText('Not known: line 3.')).toBeVisible()
  await result.getByRole('button', { name: 'Copy all 2' }).click()
  await result.getByRole('button', { name: 'Check the rest' }).click()
  await expect(dialog.getByRole('button', { name: 'Invited already 2' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Make 1 link' })).toBeVisible()
})

test('a refused export is said, and no file is saved', async ({ page, organization, signIn }) => {
  await signIn(page, organization.owner)
  await page.goto('/users')
  const detail = 'Only owners may download the list of people. You are a collaborator.'
  await page.route('**/api/console/download/**', (route) =>
    route.fulfill({ status: 403, json: { code: 'forbidden', status: 403, title: '', detail } }),
  )
  let saved = false
  page.on('download', () => {
    saved = true
  })
  await page.getByRole('button', { name: 'Export' }).click()
  await expectToast(page, detail)
  expect(saved).toBe(false)
})
