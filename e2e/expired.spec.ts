import type { Page } from '@playwright/test'
import { expect, type Member, test } from './support/fixtures'
import { callApi } from './support/network'
import { expectRow, expectToast, signOut, submitSignIn } from './support/words'

/** The page before is there until the next one is. */
async function signInAgain(page: Page, member: Member) {
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await submitSignIn(page, member)
}

const kept = 'What you typed is kept.'

test('an invite form outlives the session: sign in, come back, send', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner } = organization
  await signIn(page, owner)
  await page.goto('/users/pending')
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click()
  const form = page.getByRole('dialog', { name: 'Invite people' })
  const people = Array.from({ length: 12 }, (_, index) => `p${index}@partner.example`)
  await form.getByLabel('Email addresses').fill(`${people.join(', ')},`)
  await form.getByRole('radio', { name: /^Owner/ }).click()
  await world.endSessions(owner)
  await form.getByRole('button', { name: /^Make \d+ links$/ }).click()
  await expect(form.getByRole('alert').filter({ hasText: kept })).toBeVisible()
  await form.getByRole('link', { name: 'Sign in', exact: true }).click()
  await signInAgain(page, owner)
  await expect(page).toHaveURL('/users/pending?invite=1')
  await expectToast(page, 'What you typed is here again')
  await expect(form.getByRole('listitem')).toHaveCount(people.length)
  await expect(form.getByRole('radio', { name: /^Owner/ })).toBeChecked()
  await form.getByRole('button', { name: 'Make 12 links' }).click()
  await expect(page.getByRole('dialog', { name: '12 invitations made' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})

/** Signs in again where the page asks for it: above the page, in its dialog. */
async function again(page: Page, member: Member) {
  await page.getByRole('link', { name: 'Sign in', exact: true }).last().click()
  await signInAgain(page, member)
}

test('so do the name of the organization and one’s own', async ({
  page,
  organization: { owner },
  signIn,
  world,
}) => {
  await signIn(page, owner)
  await page.goto('/settings/general')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Halden Robotics AS')
  await world.endSessions(owner)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await again(page, owner)
  await expect(page).toHaveURL('/settings/general')
  await expect(name).toHaveValue('Halden Robotics AS')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Halden Robotics AS')

  await page.goto('/account')
  await name.fill('Olga the Second')
  await world.endSessions(owner)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await again(page, owner)
  await expect(name).toHaveValue('Olga the Second')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Saved your name')
})

test('so does a half-made key', async ({ page, organization: { owner }, signIn, world }) => {
  await signIn(page, owner)
  await page.goto('/api-keys?create=1')
  const key = page.getByRole('dialog', { name: 'Create an API key' })
  await key.getByLabel('Name').fill('laptop')
  await key.getByRole('radio', { name: /^14 days/ }).click()
  await world.endSessions(owner)
  await key.getByRole('button', { name: 'Create key' }).click()
  await again(page, owner)
  await expect(key.getByLabel('Name')).toHaveValue('laptop')
  await expect(key.getByRole('radio', { name: /^14 days/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await key.getByRole('button', { name: 'Discard' }).click()
})

test('so does an import, at its review', async ({
  page,
  organization: { owner },
  signIn,
  world,
}) => {
  await signIn(page, owner)
  await page.goto('/users?import=1')
  const source = page.getByRole('dialog', { name: 'Import people to invite' })
  await source.getByLabel('Or paste rows').fill('email\nole@p.example\nkari@p.example')
  await source.getByRole('button', { name: 'Check' }).click()
  const review = page.getByRole('dialog', { name: 'Check before sending' })
  await expect(review.getByText('kari@p.example')).toBeVisible()
  await world.endSessions(owner)
  await review.getByRole('button', { name: 'Make 2 links' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Sign in', exact: true }).click()
  await signInAgain(page, owner)
  await expect(review.getByText('kari@p.example')).toBeVisible()
})

test('the draft is for one person, and gone with a sign-out', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, secondOwner } = organization
  await signIn(page, owner)
  const fill = async () => {
    await page.goto('/users?invite=1')
    const form = page.getByRole('dialog', { name: 'Invite people' })
    await form.getByLabel('Email addresses').fill('secret.hire@partner.example,')
    await expect(form.getByRole('listitem')).toHaveCount(1)
    return form
  }
  const form = await fill()
  await world.endSessions(owner)
  await form.getByRole('button', { name: 'Make 1 link' }).click()
  await form.getByRole('link', { name: 'Sign in', exact: true }).click()
  await signInAgain(page, secondOwner)
  await expect(form).toBeVisible()
  await expect(form.getByRole('listitem')).toHaveCount(0)
  const drafts = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  await expect.poll(drafts).not.toContain('secret.hire')

  // A reload is no loss either, and a sign-out is the end of it.
  await fill()
  await page.reload()
  await expect(form.getByRole('listitem')).toHaveCount(1)
  await page.reload()
  await expect(form.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Keep editing' }).click()
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await expect.poll(drafts).toContain('secret.hire')
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Discard' }).click()
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')
  expect(await drafts()).not.toContain('secret.hire')
})

test('an owner who is one no more keeps the text and reads why', async ({
  page,
  organization,
  signIn,
  world,
  baseURL,
}) => {
  const { owner, secondOwner } = organization
  const key = await world.key(owner)
  await signIn(page, secondOwner)
  await page.goto('/users?invite=1')
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill('ole@partner.example,')
  await callApi(
    baseURL as string,
    key,
    'PUT',
    `/api/v2/organization_collaborators/${secondOwner.id}`,
    { permission_level: 'collaborator' },
  )
  await form.getByRole('button', { name: 'Make 1 link' }).click()
  await expect(form.getByRole('alert')).toContainText(/[Oo]wner/)
  await expect(form.getByRole('listitem')).toHaveText('ole@partner.example')
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(
    page.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
})

test('what is read after the session ended says so, and what stands there stays', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/users')
  await world.endSessions(organization.owner)
  await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click()
  const banner = page.getByRole('alert').filter({ hasText: 'Sign-in expired' })
  await expect(banner).toBeVisible()
  await banner.getByRole('link', { name: 'Sign in', exact: true }).click()
  await signInAgain(page, organization.owner)
  await expect(page).toHaveURL('/users?sort=email')
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Email: organization.collaborator.email,
  })
})
