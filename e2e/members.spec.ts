import { expect, test } from './support/fixtures'
import { expectRow, expectToast, openRowMenu, rowAction, submitSignIn } from './support/words'

test('an owner gives the owner role and takes it again', async ({ page, organization, signIn }) => {
  const { owner, collaborator } = organization
  await signIn(page, owner)
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })

  await rowAction(page, collaborator.name, 'Manage access…')
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Owner' }).click()
  await expect(drawer.getByText(/can .*remove people from this organization/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, `Made ${collaborator.name} an owner`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Owner' })

  await page.getByRole('button', { name: 'Undo' }).click()
  await expectToast(page, `Made ${collaborator.name} a collaborator`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })
})

test('deny roles are given in the same drawer, shown where roles are, and taken back', async ({
  page,
  organization,
  signIn,
}) => {
  const { owner, collaborator } = organization
  await signIn(page, owner)
  await page.goto(`/users/${collaborator.id}`)
  await page.getByRole('button', { name: 'Manage access' }).click()
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('checkbox', { name: 'Image reader', exact: true }).click()
  await expect(drawer.getByText('can no longer create container images')).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, `Changed the deny roles of ${collaborator.name}`)
  const held = page.getByRole('treegrid', { name: 'Access' }).getByRole('row').nth(1)
  await expect(held).toContainText('Deny role')
  await held.click()
  await expect(page.getByText('Image reader takes rights on container images away')).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(held).not.toContainText('Deny role')
})

test('what cannot be done says why before the click', async ({ page, organization, signIn }) => {
  const { owner, secondOwner } = organization
  await signIn(page, owner)
  await page.goto('/users')
  const entry = (name: string) => page.getByRole('menuitem', { name })

  await openRowMenu(page, owner.name)
  await expect(entry('Manage access…')).toContainText(
    'You cannot change your own organization role.',
  )
  await expect(entry('Manage access…')).toBeDisabled()
  await expect(entry('Remove from organization…')).toContainText('You cannot remove yourself.')
  await page.keyboard.press('Escape')

  await openRowMenu(page, secondOwner.name)
  await expect(entry('Remove from organization…')).toContainText(
    `Owners can’t be removed. Make ${secondOwner.name} a collaborator first.`,
  )
  await expect(entry('Remove from organization…')).toBeDisabled()
  await expect(entry('Manage access…')).toBeEnabled()
})

test('the open tab of a demoted owner does nothing more', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { id, owner, secondOwner } = organization
  const offered = await world.invitation(secondOwner, 'lena@partner.example', { role: 'owner' })
  const acting = await otherBrowser(secondOwner)
  await acting.goto('/users?invite=1')
  const form = acting.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill('ole@partner.example')
  await expect(form.getByRole('button', { name: 'Make 1 link' })).toBeVisible()
  const reading = await acting.context().newPage()
  await reading.goto('/users')
  await expect(reading.getByRole('table', { name: 'Users' })).toBeVisible()

  await signIn(page, owner)
  await page.goto('/users')
  await rowAction(page, secondOwner.name, 'Manage access…')
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Collaborator' }).click()
  await expect(drawer.getByText(/^\d+ pending invitations? to the owner role/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, `Made ${secondOwner.name} a collaborator`)

  // The next action: one sentence, and nothing half done.
  await form.getByRole('button', { name: 'Make 1 link' }).click()
  await expect(acting.getByText('Only owners can invite people.')).toBeVisible()
  const events = (await world.events(id)).map(({ event }) => event)
  expect(events).toEqual(
    expect.arrayContaining(['member.role_changed', 'invitation.revoked', 'access.denied']),
  )
  expect(events).not.toContain('invitation.sent')

  // The next read: the page that says whose it is.
  await reading.getByRole('searchbox', { name: 'Search name or email' }).fill('carl')
  await expect(
    reading.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
  await expect(reading.getByRole('table')).toHaveCount(0)

  // Their offer of the owner role is void; the owner still gets in.
  await reading.goto(`/register?invitation=${offered}`)
  await expect(reading.getByText('This invitation was withdrawn.')).toBeVisible()
  await page.reload()
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Name: secondOwner.name,
    'Organization role': 'Collaborator',
  })
})

test('two owners who demote each other at once: one succeeds', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { id, owner, secondOwner } = organization
  const other = await otherBrowser(secondOwner)
  await signIn(page, owner)
  const sides = [
    { tab: page, victim: secondOwner },
    { tab: other, victim: owner },
  ]
  for (const { tab, victim } of sides) {
    await tab.goto(`/users?manage=${victim.id}`)
    const drawer = tab.getByRole('dialog', { name: 'Manage access' })
    await drawer.getByRole('radio', { name: 'Collaborator' }).click()
    await expect(drawer.getByText('Owner becomes collaborator')).toBeVisible()
  }
  await Promise.all(sides.map(({ tab }) => tab.getByRole('button', { name: 'Save' }).click()))
  const won = ({ tab, victim }: (typeof sides)[number]) =>
    expectToast(tab, `Made ${victim.name} a collaborator`).then(() => 'won')
  const lost = ({ tab }: (typeof sides)[number]) =>
    expect(tab.getByText('Only owners can change organization roles.'))
      .toBeVisible()
      .then(() => 'lost')
  const ends = await Promise.all(sides.map((side) => Promise.any([won(side), lost(side)])))
  expect(ends.sort()).toEqual(['lost', 'won'])
  const roles = await Promise.all(
    [owner, secondOwner].map(async ({ email }) => (await world.memberships(id, email))[0]?.role),
  )
  expect(roles.sort()).toEqual(['collaborator', 'owner'])
})

test('somebody else was quicker: both values are shown', async ({
  page,
  organization,
  signIn,
  otherBrowser,
}) => {
  const { owner, secondOwner, collaborator } = organization
  await signIn(page, owner)
  await page.goto(`/users?manage=${collaborator.id}`)
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Owner' }).click()

  const other = await otherBrowser(secondOwner)
  for (const role of ['Owner', 'Collaborator']) {
    await other.goto(`/users?manage=${collaborator.id}`)
    const theirs = other.getByRole('dialog', { name: 'Manage access' })
    await theirs.getByRole('radio', { name: role }).click()
    await theirs.getByRole('button', { name: 'Save' }).click()
    await expectToast(other, `Made ${collaborator.name}`)
  }

  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Somebody else changed this first')).toBeVisible()
  await drawer.getByRole('button', { name: 'Save mine' }).click()
  await expectToast(page, `Made ${collaborator.name} an owner`)
})

test('removal ends what it says, and coming back is a new membership', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { id, owner } = organization
  const member = await world.member(id, { name: 'Priyanka Raman', role: 'owner' })
  const key = await world.key(member)
  const theirs = await otherBrowser(member)
  await theirs.goto('/my-access')
  const withKey = () =>
    page.request.get('/api/v2/userinfo/', { headers: { authorization: `Bearer ${key}` } })
  expect((await withKey()).status()).toBe(200)

  await signIn(page, owner)
  await page.goto(`/users?manage=${member.id}`)
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Collaborator' }).click()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, 'Made Priyanka Raman a collaborator')

  await rowAction(page, 'Priyanka Raman', 'Remove from organization…')
  const dialog = page.getByRole('alertdialog', { name: 'Remove Priyanka Raman?' })
  await expect(dialog.getByText(/^1 session, 1 API key: /)).toBeVisible()
  await expect(dialog.getByText('The name Priyanka Raman in the history.')).toBeVisible()
  await expect(dialog.getByText('with a new user ID and none of these roles')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Remove Priyanka Raman' }).click()
  await expectToast(page, 'Removed Priyanka Raman')
  await expect(page.getByRole('cell', { name: 'Priyanka Raman' })).toHaveCount(0)

  await theirs.goto('/api-keys')
  await expect(theirs).toHaveURL('/sign-in?to=%2Fapi-keys')
  await submitSignIn(theirs, member)
  await expect(theirs.getByText('You are not in any organization at present.')).toBeVisible()
  expect((await withKey()).status()).toBe(401)

  const token = await world.invitation(owner, member.email)
  await theirs.goto(`/register?invitation=${token}`)
  await theirs.getByRole('button', { name: 'Enter its password' }).click()
  await theirs.getByLabel('Password', { exact: true }).fill(member.password)
  await theirs.getByRole('button', { name: /^Join / }).click()
  await expect(theirs).toHaveURL('/my-access')

  const [before, now, ...more] = await world.memberships(id, member.email)
  expect(more).toEqual([])
  expect(before).toMatchObject({ id: member.id, userId: member.userId })
  expect(before?.endedAt).not.toBeNull()
  expect(now).toMatchObject({ role: 'collaborator', endedAt: null })
  expect(now?.id).not.toBe(member.id)
  expect(now?.userId).not.toBe(member.userId)
  expect((await withKey()).status()).toBe(401)

  const removal = (await world.events(id)).find(({ event }) => event === 'member.removed')
  expect(removal).toMatchObject({
    actor: { id: owner.id, name: owner.name },
    subject: { id: member.id, label: 'Priyanka Raman' },
    before: { email: member.email },
  })
})
