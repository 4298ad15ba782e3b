import { expect, test } from './support/fixtures'
import { expectRow, expectToast, rowAction } from './support/words'

test('an owner gives a team access to a cloud, several at once, until a day', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { id, owner } = organization
  const cloud = await world.cloud(owner, { name: 'prod-us-west-2' })
  const tom = await world.member(id, { name: 'Tom Li' })
  const zoe = await world.member(id, { name: 'Zoë van der Berg' })
  await world.onCloud(zoe, cloud.id)
  const outside = 'nobody@else.example'
  await signIn(page, owner)
  await page.goto('/clouds')
  await page.getByRole('link', { name: cloud.name }).click()
  await page.getByRole('button', { name: 'Grant permission' }).first().click()

  const form = page.getByRole('dialog', { name: /^Grant permission on/ })
  const people = form.getByLabel('People')
  await people.fill('tom l')
  await form.getByRole('option', { name: /Tom Li/ }).click()
  await people.fill(`${zoe.email}, ${outside}`)
  await people.press('Enter')
  await form.getByLabel('Ends').fill('2099-12-14')
  await form.getByRole('button', { name: 'Grant to 3' }).click()

  const results = page.getByRole('dialog', { name: '1 member added, 2 left out' })
  const line = (text: string) => results.getByRole('listitem').filter({ hasText: text })
  await expect(line('Tom Li')).toContainText('Added')
  await expect(line('Zoë')).toContainText('has a role already')
  await expect(line(outside)).toContainText('Left out')
  await results.getByRole('button', { name: 'Done' }).click()

  const access = page.getByRole('table', { name: 'Access' })
  await expectRow(access, {
    Member: /Tom Li/,
    Role: 'Cloud collaborator',
    'Where it comes from': `Direct, by ${owner.name}`,
    Ends: '14 Dec 2099',
  })
  await expectRow(access, { Member: /^Organization owners 2 people/, Role: 'Cloud owner' })

  await access.getByRole('button', { name: 'Cloud collaborator, role of Tom Li' }).click()
  await page.getByRole('menuitemradio', { name: /^Workload operator/ }).click()
  await expectToast(page, 'Tom Li is now Workload operator')
  await expectRow(access, { Member: /Tom Li/, Role: 'Workload operator', Ends: '14 Dec 2099' })

  await rowAction(page, 'Tom Li', 'End role…')
  await page.getByRole('alertdialog').getByRole('button', { name: 'End role' }).click()
  await expectToast(page, 'Ended the role of Tom Li')
  await expect(access.getByText(tom.name)).toHaveCount(0)
})

test('a project is made private, after who would lose it is said', async ({
  page,
  organization,
  world,
  signIn,
  otherBrowser,
}) => {
  const { id, owner } = organization
  const cloud = await world.cloud(owner)
  const [keeps, loses] = [
    await world.member(id, { name: 'Priyanka V' }),
    await world.member(id, { name: 'Tom Li' }),
  ]
  const given = { name: 'perception-training', isPublic: true }
  const project = await world.project(owner, cloud.id, given)
  for (const member of [keeps, loses]) await world.onCloud(member, cloud.id)
  await world.inProject(keeps, project, { role: 'readonly' })
  const theirs = await otherBrowser(loses)
  await theirs.goto('/projects')
  await expect(theirs.getByRole('link', { name: project.name })).toBeVisible()

  await signIn(page, owner)
  await page.goto(`/projects/${project.id}/access`)
  const access = page.getByRole('table', { name: 'Access' })
  await expectRow(access, { Member: /^Everyone on/, Role: 'Write' })
  await page.getByRole('radio', { name: 'Private' }).click()
  await expect(
    page.getByText('1 member would lose access and 1 member would only read'),
  ).toBeVisible()
  await expect(page.getByText(/Tom Li/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Make private' }).click()
  await expectToast(page, 'Made perception-training private')
  await expect(access.getByText(/^Everyone on/)).toHaveCount(0)

  await theirs.reload()
  await expect(theirs.getByRole('link', { name: 'default' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: project.name })).toHaveCount(0)
  await theirs.goto(`/projects/${project.id}/access`)
  await expect(theirs.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
})

test('auto-add gives everyone a role, and holds it while it is on', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { id, owner, collaborator } = organization
  const cloud = await world.cloud(owner)
  await signIn(page, owner)
  await page.goto(`/clouds/${cloud.id}/access`)
  await page.getByRole('switch', { name: 'Auto add users' }).click()
  await page.getByRole('button', { name: 'Turn on and add everyone' }).click()
  await expectToast(page, /Auto add is on/)
  const access = page.getByRole('table', { name: 'Access' })
  const added = { Role: 'Cloud collaborator', 'Where it comes from': 'Auto-add' }
  await expectRow(access, { Member: new RegExp(collaborator.name), ...added })

  const late = await world.member(id, { name: 'Lena Vogt' })
  await page.reload()
  await expectRow(access, { Member: new RegExp(late.name), ...added })
  await page.getByRole('button', { name: `Actions for ${late.name}`, exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'End role…' })).toContainText(
    'Users cannot be removed from clouds which have auto add users enabled.',
  )
})
