import { readFileSync } from 'node:fs'
import type { APIRequestContext, Page } from '@playwright/test'
import { expectNoAxeFaults } from './support/checks'
import type { Member } from './support/fixtures'
import { expect, test } from './support/fixtures'
import { expectRow } from './support/words'

const log = (page: Page) => page.getByRole('table', { name: 'Audit log' })

/** A role is given and taken again by a program, which leaves two events. */
async function giveAndTake(request: APIRequestContext, key: string, { id }: Member) {
  for (const permission_level of ['owner', 'collaborator']) {
    const answer = await request.put(`/api/v2/organization_collaborators/${id}`, {
      headers: { authorization: `Bearer ${key}` },
      data: { permission_level },
    })
    expect(answer.status()).toBe(200)
  }
}

test('an owner finds what happened, opens it, and sees what it meant', async ({
  page,
  organization,
  signIn,
  world,
  request,
}) => {
  const { owner, secondOwner, collaborator } = organization
  await giveAndTake(request, await world.key(secondOwner), collaborator)
  const refused = await request.get('/api/v2/organization_collaborators/', {
    headers: { authorization: `Bearer ${await world.key(collaborator)}` },
  })
  expect(refused.status()).toBe(403)
  await signIn(page, owner)
  await page.goto('/users')
  await page.getByRole('link', { name: 'Audit log' }).click()
  const made = `made ${collaborator.name} a collaborator`
  await expectRow(log(page), {
    Actor: secondOwner.name,
    'What happened': made,
    Event: 'member.role_changed',
    Result: 'Done',
  })
  await expectRow(log(page), { Event: 'access.denied', Result: 'Denied' })
  await expectNoAxeFaults(page)

  // The drawer, and on with J.
  await log(page).getByText(made).click()
  const drawer = page.getByRole('dialog', { name: `${secondOwner.name} ${made}` })
  await expect(drawer.getByText('What it means for access')).toBeVisible()
  await expect(drawer.getByText('API key', { exact: true })).toBeVisible()
  await expectNoAxeFaults(page)
  await page.keyboard.press('j')
  const next = page.getByRole('dialog', { name: `made ${collaborator.name} an owner` })
  await expect(next).toBeVisible()
  await expect(page).toHaveURL(/event=evt_/)
  await next.getByRole('link', { name: 'Events of this request' }).click()
  await expect(page).toHaveURL(/request=/)
  await expectRow(log(page), { 'What happened': `made ${collaborator.name} an owner` })
  await expect(page.getByText('1–1 of 1 event')).toBeVisible()
})

test('filters by actor, event, time and result stand in the address', async ({
  page,
  organization,
  signIn,
  world,
  request,
}) => {
  const { owner, secondOwner, collaborator } = organization
  await giveAndTake(request, await world.key(secondOwner), collaborator)
  await world.invitation(owner, 'lena@partner.example')
  await signIn(page, owner)
  await page.goto('/audit-log')
  await expect(log(page)).toBeVisible()

  await page.getByRole('button', { name: 'Actor', exact: true }).click()
  await page.getByRole('combobox').fill(secondOwner.email)
  await page.getByRole('option', { name: secondOwner.name }).click()
  await expect(page).toHaveURL(new RegExp(`actor=${secondOwner.id}`))
  await expect(page.getByText('1–2 of 2 events')).toBeVisible()

  await page.getByRole('button', { name: 'Event', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'session.ended' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/audit-log$/)

  await page.getByRole('button', { name: 'Result', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Denied' }).click()
  await expect(page).toHaveURL(/result=denied/)
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'No event matches' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Time', exact: true }).first().click()
  await page.getByRole('menuitemradio', { name: 'In the last 24 hours' }).click()
  await expectRow(log(page), { 'What happened': `made ${collaborator.name} an owner` })
})

test('a download has a line for each event that the filters leave', async ({
  page,
  organization,
  signIn,
  world,
  request,
}) => {
  const { id, owner, secondOwner, collaborator } = organization
  await giveAndTake(request, await world.key(secondOwner), collaborator)
  await signIn(page, owner)
  await page.goto(`/audit-log?subject=${collaborator.id}`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON lines' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.jsonl$/)
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n')
  const rows = lines.map((line) => JSON.parse(line))
  expect(rows.map(({ after }) => after.role)).toEqual(['collaborator', 'owner'])
  expect(rows[0]).toMatchObject({
    event: 'member.role_changed',
    actor: { identity_id: secondOwner.id, kind: 'api_key' },
    subject: { id: collaborator.id },
  })
  const told = (await world.events(id)).find(({ event }) => event === 'audit.exported')
  expect(told?.after).toMatchObject({ filters: { subject: collaborator.id } })
})

test('the log is for owners: not for collaborators, and no longer for who was one', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
  request,
}) => {
  const { owner, secondOwner, collaborator } = organization
  const theirs = await otherBrowser(collaborator)
  await theirs.goto('/audit-log')
  const refusal = { name: 'This page is for organization owners' }
  await expect(theirs.getByRole('heading', refusal)).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Audit log' })).toHaveCount(0)

  const open = await otherBrowser(secondOwner)
  await open.clock.install()
  await open.goto('/audit-log')
  await expect(log(open)).toBeVisible()
  const answer = await request.put(`/api/v2/organization_collaborators/${secondOwner.id}`, {
    headers: { authorization: `Bearer ${await world.key(owner)}` },
    data: { permission_level: 'collaborator' },
  })
  expect(answer.status()).toBe(200)
  await open.getByRole('button', { name: 'Download JSON lines' }).click()
  await expect(open.getByText('Only owners can download the audit log.').first()).toBeVisible()
  // It asks for new events every 15 s, and becomes the page that says whose it is.
  await open.clock.fastForward(15_000)
  await expect(open.getByRole('heading', refusal)).toBeVisible()

  await signIn(page, owner)
  await page.goto('/audit-log')
  await expectRow(log(page), { Actor: secondOwner.name, Result: 'Denied' })
})

test('narrow, it is a list without a sideways scroll', async ({ page, organization, signIn }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page, organization.owner)
  await page.goto('/audit-log')
  await expect(page.getByRole('heading', { name: 'Nothing happened yet' })).toBeVisible()
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
  await expectNoAxeFaults(page)
})

test('what happens meanwhile is offered, and shown when asked for', async ({
  page,
  organization,
  signIn,
  world,
  request,
}) => {
  const { owner, secondOwner, collaborator } = organization
  const key = await world.key(secondOwner)
  await giveAndTake(request, key, collaborator)
  await signIn(page, owner)
  await page.clock.install()
  await page.goto('/audit-log')
  await expect(page.getByText('1–2 of 2 events')).toBeVisible()
  await giveAndTake(request, key, collaborator)
  await page.clock.fastForward(15_000)
  await page.getByRole('button', { name: '2 new events' }).click()
  await expect(page.getByText('1–4 of 4 events')).toBeVisible()
  await expect(page.getByRole('button', { name: /new events/ })).toHaveCount(0)
})
