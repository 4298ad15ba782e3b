import { expect, test } from './support/fixtures'
import { columnOf, expectRow } from './support/words'

const given = ['Bjørn Åsgård', 'Зоя Космодемьянская', 'Łukasz Żółć', 'Nguyễn Văn Ánh', '王小明']
const people = Array.from({ length: 130 }, (_, index) => ({
  name: given[index] ?? `Person ${String(index).padStart(3, '0')}`,
  email: `person.${String(index).padStart(3, '0')}@crowd.example`,
}))

test.beforeEach(async ({ page, organization, signIn, world }) => {
  await world.crowd(organization.id, people)
  await signIn(page, organization.owner)
})

test('pages of 130 people, forth and back', async ({ page }) => {
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  const footer = page.getByRole('status').filter({ hasText: 'people' })
  await expect(page.getByRole('link', { name: 'All users 133' })).toBeVisible()
  await expect(footer).toHaveText('1–50 of 133 people')
  const first = await columnOf(users, 'Email')
  expect(first).toHaveLength(50)

  await page.getByRole('button', { name: 'Next' }).click()
  await expect(footer).toHaveText('51–100 of 133 people')
  await expect(page).toHaveURL(/after=/)
  const second = await columnOf(users, 'Email')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(footer).toHaveText('101–133 of 133 people')
  const third = await columnOf(users, 'Email')
  expect(new Set([...first, ...second, ...third]).size).toBe(133)
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()

  await page.reload()
  await expect(footer).toHaveText('101–133 of 133 people')
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(footer).toHaveText('51–100 of 133 people')
  expect(await columnOf(users, 'Email')).toEqual(second)
  await page.goBack()
  await expect(footer).toHaveText('101–133 of 133 people')
  await page.goBack()
  await expect(footer).toHaveText('51–100 of 133 people')
  await page.goBack()
  await expect(footer).toHaveText('1–50 of 133 people')
  await expect(page).toHaveURL('/users')
})

test('search by any part of a name or address, in any letters', async ({ page }) => {
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  const search = page.getByRole('searchbox', { name: 'Search name or email' })
  const footer = page.getByRole('status').filter({ hasText: /people|person/ })
  for (const [text, name] of [
    ['asgard', 'Bjørn Åsgård'],
    ['КОСМО', 'Зоя Космодемьянская'],
    ['zolc', 'Łukasz Żółć'],
    ['nguyen van', 'Nguyễn Văn Ánh'],
    ['王小', '王小明'],
    ['n.077@crowd', 'Person 077'],
  ] as const) {
    await search.fill(text)
    await expect(footer).toHaveText('1–1 of 1 person')
    await expectRow(users, { Name: name })
  }
  await search.fill('100%_')
  await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(footer).toHaveText('1–50 of 133 people')
  await expect(search).toHaveValue('')

  await search.fill('person 01')
  await expect(footer).toHaveText('1–10 of 10 people')
  await expect(page).toHaveURL(/q=person[+ %]*(20)?01/)
  await page.reload()
  await expect(search).toHaveValue('person 01')
  await expect(footer).toHaveText('1–10 of 10 people')
})

test('sort and filter stand in the address', async ({ page, organization }) => {
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  const head = (name: string) => users.getByRole('columnheader', { name })
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending')
  await head('Email').getByRole('button').click()
  await head('Email').getByRole('button').click()
  await expect(page).toHaveURL(/sort=-email/)
  await expect(head('Email')).toHaveAttribute('aria-sort', 'descending')
  await expectRow(users, { Email: 'person.129@crowd.example' })
  const emails = await columnOf(users, 'Email')
  expect(emails).toEqual([...emails].sort().reverse())

  await head('Joined').getByRole('button').click()
  await expect(head('Joined')).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(head('Email')).toHaveAttribute('aria-sort', 'descending')

  await page.getByRole('button', { name: 'Organization role' }).first().click()
  await page.getByRole('menuitemcheckbox', { name: 'Owner' }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/role=owner/)
  await expect(page.getByRole('status').filter({ hasText: 'owners' })).toHaveText('1–2 of 2 owners')
  expect((await columnOf(users, 'Email')).sort()).toEqual(
    [organization.owner.email, organization.secondOwner.email].sort(),
  )
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'people' })).toHaveText(
    '1–50 of 133 people',
  )
})

test('the back button closes a dialog, a link opens it', async ({ page, organization }) => {
  const { collaborator } = organization
  await page.goto('/users?q=carl')
  await page.getByRole('button', { name: `Actions for ${collaborator.name}` }).click()
  await page.getByRole('menuitem', { name: 'Manage access…' }).click()
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await expect(drawer).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`manage=${collaborator.id}`))
  const link = page.url()
  await page.goBack()
  await expect(drawer).toBeHidden()
  await expect(page).toHaveURL('/users?q=carl')
  await page.goto(link)
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(page).toHaveURL('/users?q=carl')
})

test('a row opens the page of its person, who is at their place in the list', async ({ page }) => {
  await page.goto('/users?q=person+01')
  const users = page.getByRole('table', { name: 'Users' })
  await users.getByRole('row', { name: 'Person 012' }).getByText('crowd.example').click()
  await expect(page).toHaveURL(/\/users\/ide_\w+\?q=person[+ %]*(20)?01$/)
  await expect(page.getByRole('heading', { name: 'Person 012' })).toBeVisible()
  await page.goBack()
  await users.getByRole('row', { name: 'Person 013' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Person 013' })).toBeVisible()
})
