import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { expectNoAxeFaults, openRowMenu } from './support/words'

const sizes = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]

/** Nothing reaches beyond the window: no scrolling in two directions (WCAG 1.4.10). */
const expectToFit = async (page: Page) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    `sideways at ${page.url()}`,
  ).toBeLessThanOrEqual(0)

async function look(page: Page) {
  await expectToFit(page)
  await expectNoAxeFaults(page)
}

for (const { name, ...viewport } of sizes) {
  test.describe(name, () => {
    test.use({ viewport })

    test('signed-out pages', async ({ page, organization, world, signIn }) => {
      const { owner, collaborator } = organization
      await page.goto('/sign-in')
      await look(page)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByLabel('Email')).toBeFocused()
      await look(page)
      const paths = [
        '/set-up',
        '/register',
        '/register?invitation=x',
        '/problems/last_owner',
        '/no/such/page',
      ]
      for (const path of paths) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await look(page)
      }
      const token = await world.invitation(owner, 'lena@partner.example')
      await page.goto(`/register?invitation=${token}`)
      await look(page)
      await signIn(page, collaborator)
      await page.reload()
      await expect(page.getByRole('button', { name: 'Switch account' })).toBeVisible()
      await look(page)
    })

    test('users, with each dialog', async ({ page, organization, signIn, world }) => {
      const { owner, collaborator, secondOwner } = organization
      await world.key(collaborator)
      await signIn(page, owner)
      await page.goto('/users')
      await expect(page.getByText(collaborator.name).first()).toBeVisible()
      await look(page)
      await openRowMenu(page, secondOwner.name)
      await look(page)
      await page.goto('/users?q=nobody+at+all')
      await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
      await look(page)
      await page.goto(`/users?manage=${collaborator.id}`)
      await page.getByRole('radio', { name: 'Owner' }).click()
      await expect(page.getByRole('heading', { name: 'What changes' })).toBeVisible()
      await look(page)
      await page.goto(`/users?remove=${collaborator.id}`)
      await expect(page.getByText('Ends at once')).toBeVisible()
      await look(page)
      await page.goto(`/users?remove=${secondOwner.id}`)
      await expect(page.getByRole('button', { name: 'Manage access' })).toBeVisible()
      await look(page)
    })

    test('inviting, and the lists of invitations', async ({
      page,
      organization,
      signIn,
      world,
    }) => {
      const { owner, collaborator } = organization
      await world.invitation(owner, 'old@partner.example', { days: -1 })
      await world.invitation(owner, 'lena@partner.example', { days: 1 })
      await signIn(page, owner)
      await page.goto('/users/pending?invite=1')
      const form = page.getByRole('dialog', { name: 'Invite people' })
      await look(page)
      await form
        .getByLabel('Email addresses')
        .fill(
          `ole@partner.example, lena@partner.example, ${collaborator.email}, j.kowalczyk@halden,`,
        )
      await expect(form.getByText('is already a member')).toBeVisible()
      await look(page)
      await form.getByRole('button', { name: 'Make 2 links' }).click()
      await expect(page.getByText('These links are shown once')).toBeVisible()
      await look(page)
      await page.getByRole('button', { name: 'Copy all 2' }).click()
      await page.getByRole('button', { name: 'Done' }).click()
      for (const state of ['pending', 'expired', 'revoked', 'accepted']) {
        await page.goto(`/users/pending?state=${state}`)
        await expect(page.getByRole('navigation', { name: 'State' })).toBeVisible()
        await look(page)
      }
      await page.goto('/users/pending')
      await openRowMenu(page, 'ole@partner.example')
      await look(page)
      await page.getByRole('menuitem', { name: 'Revoke invitation…' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await look(page)
    })

    test('what everybody has', async ({ page, organization, signIn }) => {
      const { collaborator } = organization
      await signIn(page, collaborator)
      await page.goto('/my-access')
      await expect(page.getByRole('heading', { name: 'What you may do' })).toBeVisible()
      await look(page)
      await page.getByRole('button', { name: `Account of ${collaborator.name}` }).click()
      await look(page)
      await page.goto('/users')
      await expect(page.getByRole('heading', { name: /for organization owners/ })).toBeVisible()
      await look(page)
      await page.goto('/no-such-page')
      await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
      await look(page)
      await page.goto('/api-keys')
      await expect(page.getByRole('button', { name: 'Create key' })).toBeVisible()
      await look(page)
      await page.getByRole('button', { name: 'Create key' }).click()
      const form = page.getByRole('dialog', { name: 'Create an API key' })
      await form.getByLabel('Name').fill('laptop')
      await look(page)
      await form.getByRole('button', { name: 'Create key' }).click()
      const once = page.getByRole('dialog', { name: 'Copy the key for laptop now' })
      await expect(once).toBeVisible()
      await look(page)
      await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
      await once.getByRole('button', { name: 'Done' }).click()
      await openRowMenu(page, 'laptop')
      await page.getByRole('menuitem', { name: 'Revoke…' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await look(page)
    })
  })
}

test('everything can be read at 320 pixels', async ({ page, organization, world, signIn }) => {
  const { owner, collaborator } = organization
  const token = await world.invitation(owner, 'lena@partner.example')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/sign-in', '/set-up', `/register?invitation=${token}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectToFit(page)
  }
  await signIn(page, owner)
  const dialogs = ['invite=1', `manage=${collaborator.id}`, `remove=${collaborator.id}`]
  const pages = ['/users', '/users/pending', '/my-access', '/api-keys', '/api-keys?create=1']
  for (const path of [...pages, ...dialogs.map((dialog) => `/users?${dialog}`)]) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    if (path.includes('?')) await expect(page.getByRole('button', { name: 'Close' })).toBeVisible()
    await expectToFit(page)
  }
})
