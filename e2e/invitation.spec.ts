import type { Page } from '@playwright/test'
import { expect, type Member, type Organization, test } from './support/fixtures'
import {
  clipboard,
  expectRow,
  expectToast,
  joinAsNew,
  paste,
  rowAction,
  submitSignIn,
} from './support/words'

const password = 'copper meadow winter lantern'
const registration = (token: string) => `/register?invitation=${token}`

test('an owner invites out of a pasted list, and somebody joins', async ({
  page,
  organization,
  signIn,
  otherBrowser,
}) => {
  const { owner, collaborator, name } = organization
  await signIn(page, owner)
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').focus()
  await paste(
    page,
    `"Vogt, Lena" <Lena.Vogt@partner.example>; ole@partner.example,\nole@partner.example\n${collaborator.email} j.kowalczyk@halden`,
  )
  const chips = form.getByRole('listitem')
  await expect(chips).toHaveText([
    'lena.vogt@partner.example',
    'ole@partner.example',
    collaborator.email,
    'j.kowalczyk@halden',
  ])
  for (const note of [
    'j.kowalczyk@halden is not a complete address. It has no ending such as .example.',
    'is already a member and will be left out.',
    'ole@… was there more than once and counts once.',
  ]) {
    await expect(form.getByText(note)).toBeVisible()
  }
  await form.getByRole('button', { name: 'Make 2 links' }).click()

  const result = page.getByRole('dialog', { name: '2 invitations made, 2 addresses left out' })
  await expect(
    result.getByText('Mail is not set up on this server, so nothing was sent.'),
  ).toBeVisible()
  const link = await result
    .getByLabel('invitation link for lena.vogt@partner.example', { exact: true })
    .inputValue()
  await result.getByRole('button', { name: 'Done' }).click()
  await expect(result.getByText('2 links were not copied and are not shown again.')).toBeVisible()
  await result.getByRole('button', { name: 'Back to the links' }).click()
  await result.getByRole('button', { name: 'Copy all 2' }).click()
  await expect.poll(() => clipboard(page)).toContain(link)
  await result.getByRole('button', { name: 'Done' }).click()
  await expect(result).toBeHidden()

  await page.goto('/users/pending')
  const invitations = page.getByRole('table', { name: 'Invitations' })
  await expectRow(invitations, { Email: 'lena.vogt@partner.example', Delivery: 'Link only' })
  expect(await page.content()).not.toContain(new URL(link).searchParams.get('invitation'))

  const lena = await otherBrowser()
  await lena.goto(link)
  await expect(lena.getByRole('heading', { name: `Join ${name}` })).toBeVisible()
  await expect(lena.getByLabel('Email')).toHaveValue('lena.vogt@partner.example')
  await joinAsNew(lena, { name: 'Lena Vogt', password })
  await expect(lena).toHaveURL('/my-access')

  await page.goto('/users')
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Name: 'Lena Vogt',
    Email: 'lena.vogt@partner.example',
    'Organization role': 'Collaborator',
    Source: 'Invitation',
  })
  await page.goto('/users/pending?state=accepted')
  await expectRow(invitations, { Email: 'lena.vogt@partner.example' })
})

test('inviting again replaces: the earlier link stops working, the new one works', async ({
  page,
  organization,
  signIn,
  world,
  otherBrowser,
}) => {
  const { owner } = organization
  const earlier = await world.invitation(owner, 'ole@partner.example')
  await signIn(page, owner)
  await page.goto('/users/pending')
  await rowAction(page, 'ole@partner.example', 'Send again…')
  const result = page.getByRole('dialog', { name: '1 invitation made' })
  const link = await result
    .getByLabel('invitation link for ole@partner.example', { exact: true })
    .inputValue()

  const ole = await otherBrowser()
  await ole.goto(registration(earlier))
  await expect(ole.getByText('A newer invitation replaced this one.')).toBeVisible()
  await ole.goto(link)
  await joinAsNew(ole, { name: 'Ole Brandvold', password })
  await expect(ole).toHaveURL('/my-access')
})

test('a revoked invitation is withdrawn at once', async ({
  page,
  organization,
  signIn,
  world,
  otherBrowser,
}) => {
  const { owner } = organization
  const token = await world.invitation(owner, 'ole@partner.example')
  await signIn(page, owner)
  await page.goto('/users/pending')
  await rowAction(page, 'ole@partner.example', 'Revoke invitation…')
  const dialog = page.getByRole('alertdialog', {
    name: 'Revoke the invitation for ole@partner.example?',
  })
  await dialog.getByRole('button', { name: 'Revoke invitation' }).click()
  await expectToast(page, 'Revoked the invitation for ole@partner.example')
  await expect(page.getByRole('heading', { name: 'No pending invites' })).toBeVisible()
  await page.getByRole('link', { name: 'Revoked' }).click()
  await expectRow(page.getByRole('table', { name: 'Invitations' }), {
    Email: 'ole@partner.example',
    Why: 'Revoked by an owner',
  })

  const ole = await otherBrowser()
  await ole.goto(registration(token))
  await expect(ole.getByText('This invitation was withdrawn. Ask for a new one.')).toBeVisible()
  await expect(ole.getByRole('textbox')).toHaveCount(0)
})

test('used, expired and unknown links say so', async ({
  page,
  organization,
  world,
  otherBrowser,
}) => {
  const { owner } = organization
  const used = await world.invitation(owner, 'lena@partner.example')
  const lena = await otherBrowser()
  await lena.goto(registration(used))
  await joinAsNew(lena, { name: 'Lena Vogt', password })
  await expect(lena).toHaveURL('/my-access')

  const expired = await world.invitation(owner, 'ole@partner.example', { days: -1 })
  const cases = [
    [used, 'Invitation used', /This invitation was used on .+\. Sign in, or ask for a new one\./],
    [expired, 'Invitation ended', /This invitation ended on .+\. Ask for a new one\./],
    [`${used.slice(0, -4)}AAAA`, 'Invitation not known', /This invitation is not known\./],
    ['nonsense', 'Invitation not known', /This invitation is not known\./],
  ] as const
  for (const [token, title, sentence] of cases) {
    await page.goto(registration(token))
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  await page.goto('/register')
  await expect(page.getByRole('heading', { name: 'You need an invitation to join' })).toBeVisible()
})

test('somebody signed in as another address is told both, and may switch', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, collaborator, name } = organization
  const token = await world.invitation(owner, 'lena@partner.example')
  await signIn(page, collaborator)
  await page.goto(registration(token))
  await expect(
    page.getByText(
      `This invitation is for lena@partner.example. You are signed in as ${collaborator.email}.`,
    ),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: `Join ${name}` })).toHaveCount(0)
  await page.getByRole('button', { name: 'Switch account' }).click()
  await joinAsNew(page, { name: 'Lena Vogt', password })
  await expect(page).toHaveURL('/my-access')
  await expect(page.getByRole('button', { name: 'Account of Lena Vogt' })).toBeVisible()
  expect(await openMemberships(world, organization, 'lena@partner.example')).toBe(1)
  expect(await openMemberships(world, organization, collaborator.email)).toBe(1)
})

test('a double click makes one membership', async ({ page, organization, world }) => {
  const token = await world.invitation(organization.owner, 'lena@partner.example')
  await page.goto(registration(token))
  await page.getByLabel('Name').fill('Lena Vogt')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^Join / }).dblclick()
  await expect(page).toHaveURL('/my-access')
  expect(await openMemberships(world, organization, 'lena@partner.example')).toBe(1)
})

test('two tabs make one membership', async ({ page, context, organization, world }) => {
  const token = await world.invitation(organization.owner, 'lena@partner.example')
  const tabs = [page, await context.newPage()]
  for (const tab of tabs) {
    await tab.goto(registration(token))
    await tab.getByLabel('Name').fill('Lena Vogt')
    await tab.getByLabel('Password', { exact: true }).fill(password)
  }
  const joined = (tab: Page) =>
    expect(tab)
      .toHaveURL('/my-access')
      .then(() => 'joined')
  const refused = (tab: Page) =>
    expect(tab.getByRole('alert').filter({ hasText: 'This invitation was used' }))
      .toBeVisible()
      .then(() => 'refused')
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: /^Join / }).click()))
  const ends = await Promise.all(tabs.map((tab) => Promise.any([joined(tab), refused(tab)])))
  expect(ends.sort()).toEqual(['joined', 'refused'])
  expect(await openMemberships(world, organization, 'lena@partner.example')).toBe(1)
})

test('a person joins by link with the password of an account of that organization', async ({
  page,
  organization,
  world,
}) => {
  const { owner, collaborator } = organization
  const token = await world.invitation(owner, collaborator.email)
  await page.goto(registration(token))
  await page.getByRole('button', { name: 'Enter its password' }).click()
  await page.getByLabel('Password', { exact: true }).fill(collaborator.password)
  await page.getByRole('button', { name: /^Join / }).click()
  await expect(
    page.getByText(`${collaborator.email} is already a member of ${organization.name}.`),
  ).toBeVisible()
  await page.goto('/sign-in')
  await submitSignIn(page, collaborator)
  await expect(page).toHaveURL('/my-access')
})

type WorldOf = {
  memberships: (organizationId: string, email: string) => Promise<{ endedAt: Date | null }[]>
}
const openMemberships = async (world: WorldOf, { id }: Organization, email: Member['email']) =>
  (await world.memberships(id, email)).filter(({ endedAt }) => endedAt === null).length
