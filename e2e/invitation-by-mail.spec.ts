import { expect, test } from './support/fixtures'
import { expectRow, joinAsNew } from './support/words'

test.use({ installation: 'mailing' })

const password = 'copper meadow winter lantern'

test('an invitation goes by mail, the list says so, and its link proves the address', async ({
  page,
  organization,
  signIn,
  mailbox,
  otherBrowser,
}) => {
  const { owner, name } = organization
  const email = `lena.vogt.${owner.userId.slice(-8)}@partner.example`
  await signIn(page, owner)
  await page.goto('/users?invite=1')
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill(email)
  await form.getByRole('button', { name: 'Send 1 invite' }).click()
  const result = page.getByRole('dialog', { name: '1 invitation sent' })
  await expect(
    result.getByText('Pending invites says whether each mail was delivered.'),
  ).toBeVisible()
  await expect(result.getByRole('textbox')).toHaveCount(0) // no link for anybody else
  await result.getByRole('button', { name: 'Done' }).click()

  const { text, link } = await mailbox.newest(email)
  expect(text).toContain(`Subject: ${owner.name} invited you to ${name}`)
  expect(text).toContain('You join as: Collaborator')

  await page.goto('/users/pending')
  await expectRow(page.getByRole('table', { name: 'Invitations' }), {
    Email: email,
    Delivery: /^Mailed \d\d:\d\d$/,
  })

  const lena = await otherBrowser()
  await lena.goto(link)
  await joinAsNew(lena, { name: 'Lena Vogt', password })
  await expect(lena).toHaveURL('/my-access')
})

test('somebody proven joins a second organization with the password', async ({
  page,
  organization,
  world,
}) => {
  const { owner, stranger } = organization
  const email = `lena.vogt.${owner.userId.slice(-8)}@partner.example`
  const lena = await world.member(stranger.organizationId, {
    email,
    name: 'Lena Vogt',
    proven: true,
  })
  const token = await world.invitation(owner, email, { delivery: 'mail' })
  await page.goto(`/register?invitation=${token}`)
  await page.getByLabel('Password', { exact: true }).fill('somebody elses guess')
  await page.getByRole('button', { name: `Join ${organization.name}` }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'password is wrong' })).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(lena.password)
  await page.getByRole('button', { name: `Join ${organization.name}` }).click()
  await expect(page).toHaveURL('/my-access')
  await expect(page.getByRole('complementary', { name: 'Organization' })).toContainText(
    organization.name,
  )
  expect(await world.memberships(stranger.organizationId, email)).toMatchObject([{ endedAt: null }])
  expect(await world.memberships(organization.id, email)).toMatchObject([{ role: 'collaborator' }])
})

test('somebody proven who is signed in joins without a password', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { owner, stranger } = organization
  const email = `ole.${owner.userId.slice(-8)}@partner.example`
  const ole = await world.member(stranger.organizationId, {
    email,
    name: 'Ole Brandvold',
    proven: true,
  })
  const token = await world.invitation(owner, email, { delivery: 'mail' })
  await signIn(page, ole)
  await page.goto(`/register?invitation=${token}`)
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: `Join ${organization.name}` }).click()
  await expect(page).toHaveURL('/my-access')
  await expect(page.getByRole('complementary', { name: 'Organization' })).toContainText(
    organization.name,
  )
})
