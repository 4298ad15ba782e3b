import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast } from './support/words'

test('from one to the next of a filtered list, and back to that list', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  const people = []
  for (const name of ['Zoë Arendt', 'Zoë Brandt', 'Zoë Corvin'])
    people.push(await world.member(id, { name }))
  await signIn(page, owner)
  await page.goto(`/users/${people[1]?.id}?q=zo%C3%AB&sort=-name`)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Zoë Brandt')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.getByRole('link', { name: 'Next: Zoë Arendt' }).click()
  await expect(heading).toHaveText('Zoë Arendt')
  await expect(page.getByText('3 of 3')).toBeVisible()
  await page.keyboard.press('k')
  await expect(heading).toHaveText('Zoë Brandt')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('[')
  await expect(heading).toHaveText('Zoë Corvin')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.keyboard.press('k')
  await page.keyboard.press(']')
  await expect(heading).toHaveText('Zoë Brandt')
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Users' })
    .click()
  await expect(page).toHaveURL(/\/users\?q=zo%C3%AB&sort=-name$/)
  await expect(page.getByRole('row')).toHaveCount(4)
})

test('one session ended, then all: the other browsers are signed out at their next request', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { id, owner, collaborator } = organization
  const theirs = await otherBrowser(collaborator)
  await theirs.goto('/my-access')
  await signIn(page, owner)
  await page.goto(`/users/${collaborator.id}`)
  const sessions = page.getByRole('list', { name: 'Sessions' })
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await sessions.getByRole('button', { name: /^End the session of/ }).click()
  await expectToast(page, /^Ended the session of/)
  await expect(page.getByText(`${collaborator.name} is not signed in anywhere.`)).toBeVisible()
  await theirs.goto('/my-access')
  await expect(theirs).toHaveURL('/sign-in?to=%2Fmy-access')
  const ended = (await world.events(id)).filter(({ event }) => event === 'session.ended')
  expect(ended).toMatchObject([{ actor: { id: owner.id }, after: { because: 'owner' } }])

  const again = await world.member(id, { name: 'Nia Roe' })
  const other = await otherBrowser(again)
  await other.goto('/my-access')
  await page.goto(`/users/${again.id}`)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out Nia Roe everywhere?' })
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('Nia Roe is not signed in anywhere.')).toBeVisible()
  await other.goto('/my-access')
  await expect(other).toHaveURL('/sign-in?to=%2Fmy-access')
})

test('a key revoked by an owner is refused by the API', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, collaborator } = organization
  const key = await world.key(collaborator)
  const withKey = () =>
    page.request.get('/api/v2/userinfo/', { headers: { authorization: `Bearer ${key}` } })
  expect((await withKey()).status()).toBe(200)
  await signIn(page, owner)
  await page.goto(`/users/${collaborator.id}`)
  const keys = page.getByRole('list', { name: 'API keys' })
  await keys.getByRole('button', { name: /^Revoke/ }).click()
  const dialog = page.getByRole('alertdialog', { name: /^Revoke .*\?$/ })
  await expect(dialog.getByText(`…${key.slice(-6)}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(page, /^Revoked/)
  await expect(page.getByText('there are no live keys')).toBeVisible()
  expect((await withKey()).status()).toBe(401)
})

test('manage access says what changes, and that is what happened', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner, secondOwner } = organization
  await world.invitation(secondOwner, 'lena@partner.example', { role: 'owner' })
  await world.invitation(secondOwner, 'ole@partner.example')
  const key = await world.key(secondOwner)
  await signIn(page, owner)
  await page.goto(`/users/${secondOwner.id}`)
  await page.getByRole('button', { name: 'Manage access' }).click()
  await expect(page).toHaveURL(new RegExp(`manage=${secondOwner.id}`))
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Collaborator' }).click()
  await expect(
    drawer.getByText('1 pending invitation to the owner role is revoked: lena@partner.example.'),
  ).toBeVisible()
  await expect(drawer.getByText(/^People: can no longer see the people/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, `Made ${secondOwner.name} a collaborator`)
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('heading', { name: 'What Collaborator permits' })).toBeVisible()
  await expect(page.getByRole('link', { name: `made ${secondOwner.name}` })).toBeVisible()
  const revoked = (await world.events(id)).filter(({ event }) => event === 'invitation.revoked')
  expect(revoked.map(({ subject }) => subject.label)).toEqual(['lena@partner.example'])
  const kept = await page.request.get('/api/v2/userinfo/', {
    headers: { authorization: `Bearer ${key}` },
  })
  expect(kept.status()).toBe(200)
})

test('removal names the sessions and keys, and leaves a page to read', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, collaborator } = organization
  const key = await world.key(collaborator)
  await signIn(page, owner)
  await page.goto(`/users/${collaborator.id}`)
  await page.getByRole('button', { name: `Actions for ${collaborator.name}` }).click()
  await page.getByRole('menuitem', { name: 'Remove from organization…' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Remove ${collaborator.name}?` })
  await expect(dialog.getByText('The role Collaborator in this organization.')).toBeVisible()
  await expect(dialog.getByText(/^1 session, 1 API key: /)).toContainText(`…${key.slice(-6)}`)
  await dialog.getByRole('button', { name: `Remove ${collaborator.name}` }).click()
  await expectToast(page, `Removed ${collaborator.name}`)
  await expect(page.getByText(/^Removed .* by /)).toContainText(owner.name)
  await expect(page.getByRole('button', { name: 'Manage access' })).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'API keys' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(/^Removed .* by /)).toContainText(owner.name)
})

test('one’s own page says why not; others see no page at all', async ({
  page,
  organization,
  signIn,
  otherBrowser,
}) => {
  const { owner, collaborator, stranger } = organization
  await signIn(page, owner)
  await page.goto(`/users/${owner.userId}`)
  await expect(page).toHaveURL(`/users/${owner.id}`)
  await expect(page.getByRole('button', { name: 'Manage access' })).toBeDisabled()
  const main = page.getByRole('main')
  await expect(
    main.getByRole('listitem').filter({ hasText: 'You cannot change your own organization role.' }),
  ).toBeVisible()
  const sessions = page.getByRole('list', { name: 'Sessions' })
  await expect(sessions.getByRole('button', { name: /^End/ })).toBeDisabled()

  for (const path of [`/users/${stranger.id}`, '/users/ide_unknown']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
    await expect(page.getByText(stranger.name)).toHaveCount(0)
  }
  const other = await otherBrowser(collaborator)
  await other.goto(`/users/${owner.id}`)
  await expect(
    other.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
  await expect(other.getByText(owner.email)).toHaveCount(0)
})

for (const { name, ...viewport } of [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]) {
  test.describe(name, () => {
    test.use({ viewport })
    test('nothing for axe, nothing sideways', async ({ page, organization, signIn, world }) => {
      const { id, owner, collaborator } = organization
      await world.key(collaborator)
      const arabic = await world.member(id, { name: 'عبد الرحمن بن محمد الفارسي الأندلسي' })
      await signIn(page, owner)
      for (const member of [collaborator, arabic, owner]) {
        await page.goto(`/users/${member.id}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(member.name)
        await page.locator('summary').first().click()
        const over = () => document.documentElement.scrollWidth - innerWidth
        expect(await page.evaluate(over)).toBeLessThanOrEqual(0)
        await expectNoAxeFaults(page)
      }
    })
  })
}
