import { expect, test } from './support/fixtures'
import { expectRow, expectToast, openRowMenu, rowAction } from './support/words'

test('an owner gives the owner role and takes it again', async ({ page, organization, signIn }) => {
  const { owner, collaborator } = organization
  await signIn(page, owner)
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })

  await rowAction(page, collaborator.name, 'Manage access…')
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await drawer.getByRole('radio', { name: 'Owner' }).click()
  await expect(drawer.getByText('Can remove people from this organization')).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expectToast(page, `Made ${collaborator.name} an owner`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Owner' })

  await page.getByRole('button', { name: 'Undo' }).click()
  await expectToast(page, `Made ${collaborator.name} a collaborator`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })
})
