import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { columnOf, expectRow, rowAction } from './support/words'

test('many invitations are found, sent again and revoked', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, secondOwner } = organization
  for (const name of ['ada', 'ben', 'cleo']) await world.invitation(owner, `${name}@p.example`)
  await world.invitation(secondOwner, 'dora@p.example', { role: 'owner', delivery: 'mail' })
  await signIn(page, owner)
  await page.goto('/users/pending')
  const table = page.getByRole('table', { name: 'Invitations' })
  await expectRow(table, { Email: 'dora@p.example', Delivery: 'Waiting to be mailed' })

  await page.getByRole('button', { name: 'Invited by' }).click()
  await page.getByRole('menuitemcheckbox', { name: secondOwner.name }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/by=ide_/)
  await expect.poll(() => columnOf(table, 'Email')).toEqual(['dora@p.example'])
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect.poll(() => columnOf(table, 'Email')).toHaveLength(4)

  await page.getByRole('checkbox', { name: 'Select ada@p.example' }).click()
  await page.getByRole('checkbox', { name: 'Select dora@p.example' }).click()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Send again…' }).click()
  const ask = page.getByRole('dialog', { name: 'Send 2 invitations again?' })
  await expect(ask.getByRole('listitem')).toHaveCount(2)
  await expectNoAxeFaults(page)
  await ask.getByRole('button', { name: 'Make 2 links' }).click()
  const result = page.getByRole('dialog', { name: '2 invitations made' })
  await expect(
    result.getByRole('textbox', { name: 'invitation link for dora@p.example' }),
  ).toHaveValue(/invitation=/)
  await result.getByRole('button', { name: 'Copy all 2' }).click()
  await result.getByRole('button', { name: 'Done' }).click()
  const sent = (await world.events(organization.id)).filter(
    ({ event, after }) => event === 'invitation.sent' && after?.email === 'dora@p.example',
  )
  expect(sent.at(-1)?.after).toMatchObject({ role: 'owner' })

  await page.getByRole('checkbox', { name: /^Select all/ }).click()
  await bar.getByRole('button', { name: 'Revoke…' }).click()
  await page.getByRole('button', { name: 'Revoke 4 invitations' }).click()
  await expect(page.getByText('No pending invites')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: /^Revoked/ }).click()
  await expectRow(table, { Email: 'cleo@p.example', Why: 'Revoked by an owner' })
})

test('the history of an invitation, in a drawer that Back closes', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner } = organization
  await world.invitation(owner, 'ole@p.example')
  await signIn(page, owner)
  await page.goto('/users/pending')
  await rowAction(page, 'ole@p.example', 'Send again…')
  const made = page.getByRole('dialog', { name: '1 invitation made' })
  await made.getByRole('button', { name: /^Copy/ }).first().click()
  await made.getByRole('button', { name: 'Done' }).click()
  await rowAction(page, 'ole@p.example', 'History')
  const drawer = page.getByRole('dialog', { name: 'ole@p.example' })
  await expect(drawer.getByText('Link only')).toBeVisible()
  await expect(page).toHaveURL(/invitation=orginv_/)
  await expectNoAxeFaults(page)
  await drawer.getByRole('button', { name: /^Earlier, by/ }).click()
  await expect(drawer.getByText('Replaced by a newer link')).toBeVisible()
  await expect(drawer.getByRole('button', { name: /^Later, by/ })).toBeVisible()
  await page.goBack()
  await expect(drawer).toBeHidden()
  await expect(page).toHaveURL('/users/pending')
})

test('Back asks before a half-filled invite form is lost', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill('ole@p.example')
  await page.goBack()
  await expect(form.getByText('Close and lose what you typed?')).toBeVisible()
  await form.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page).toHaveURL('/users?invite=1')
  await expect(form.getByLabel('Email addresses')).toHaveValue('ole@p.example')
  await page.goBack()
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()
  await expect(page).toHaveURL('/users')
})
