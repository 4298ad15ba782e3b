import { expect, test } from './support/fixtures'
import { expectRow, expectToast } from './support/words'

test('a collaborator finds out why a project cannot be seen, and sees it once it is given', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { owner, collaborator } = organization
  const cloud = await world.cloud(owner, { name: 'prod-us-west-2' })
  const project = await world.project(owner, cloud.id, { name: 'grasp-policy-rl' })
  await world.onCloud(collaborator, cloud.id)
  await signIn(page, collaborator)
  await page.goto(`/projects/${project.id}/access`)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await page.getByRole('link', { name: 'Why can’t I see this?' }).click()

  const answer = page.getByRole('region', { name: 'Can I' }).getByRole('status')
  await expect(answer).toContainText('No. This project is not in your reach')
  await expect(answer).toContainText('can give you one')
  await expect(page.getByText(project.name)).toHaveCount(0) // not even its name
  const held = page.getByRole('treegrid', { name: 'What you hold' })
  await expect(held.getByRole('row', { name: cloud.name, exact: true })).toContainText(
    'Cloud collaborator',
  )

  await world.inProject(collaborator, project, { role: 'readonly' })
  await page.reload()
  await expect(answer).toContainText('Yes. You may see a project.')
  const line = held.getByRole('row', { name: project.name, exact: true })
  await expect(line).toContainText('Read-only')
  await line.click()
  await expect(held.getByText(/^You can read .*grasp-policy-rl.* because$/)).toBeVisible()
  await expect(held.getByText('lets project roles apply')).toBeVisible()
})

test('somebody who owns a project is removed, and somebody else owns it', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { id, owner, collaborator } = organization
  const heir = await world.member(id, { name: 'Zoë van der Berg' })
  const cloud = await world.cloud(owner)
  const project = await world.project(collaborator, cloud.id, { name: 'tactile-dataset-v3' })
  await world.onCloud(collaborator, cloud.id)
  await world.inProject(collaborator, project, { role: 'owner' })
  await signIn(page, owner)
  await page.goto(`/users/${collaborator.id}?remove=${collaborator.id}`)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText('Needs a new owner')).toBeVisible()
  await expect(dialog.getByText('No platform reports workloads here.')).toBeVisible()
  await dialog.getByRole('button', { name: `New owner of ${project.name}` }).click()
  await page.getByRole('option', { name: /^Zoë/ }).click()
  await dialog.getByRole('button', { name: 'Remove and hand over 1 project' }).click()
  await expectToast(page, `Removed ${collaborator.name}`)

  await page.goto(`/projects/${project.id}/access`)
  const access = page.getByRole('table', { name: 'Access' })
  await expectRow(access, { Member: new RegExp(heir.name), Role: 'Project owner' })
  await page.goto(`/users/${heir.id}`)
  const held = page.getByRole('treegrid', { name: 'Access' })
  await expect(held.getByRole('row', { name: project.name, exact: true })).toContainText(
    'Project owner',
  )
})
