import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { expectToast, rowAction, signOut, submitSignIn } from './support/words'

test.beforeEach(({ page, organization, signIn }) => signIn(page, organization.owner))

const palette = async (page: Page, text: string) => {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill(text)
  await page.getByRole('option', { name: text }).click()
}

test('a name that is not saved is asked for by Back, the palette, a key, a link and sign-out', async ({
  page,
}) => {
  await page.goto('/my-access')
  await page.getByRole('link', { name: 'Organization settings' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Not saved yet')
  const ask = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  const stays = async (how: string) => {
    await expect(ask, how).toBeVisible()
    await ask.getByRole('button', { name: 'Cancel' }).click()
    await expect(ask).toHaveCount(0)
    await expect(page, how).toHaveURL('/settings/general')
    await expect(name, how).toHaveValue('Not saved yet')
  }
  await page.goBack()
  await stays('Back')
  // Twice in a row, quicker than anybody answers.
  await page.evaluate(() => {
    history.back()
    history.back()
  })
  await stays('Back, Back')
  await palette(page, 'Audit log')
  await stays('palette')
  await page.getByRole('heading', { name: 'General' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await stays('g m')
  await page.getByRole('link', { name: 'API keys' }).click()
  await stays('link')
  await signOut(page)
  await stays('sign out')

  await page.goBack()
  await ask.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL('/my-access')
  await page.goForward()
  await expect(name).not.toHaveValue('Not saved yet')
})

test('once it is saved nothing asks', async ({ page }) => {
  await page.goto('/my-access')
  await page.getByRole('link', { name: 'Organization settings' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Saved at once')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Saved at once')
  await page.goBack()
  await expect(page).toHaveURL('/my-access')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('an invite form that was opened from another page is not lost by Back', async ({ page }) => {
  await page.goto('/audit-log')
  await palette(page, 'Invite people…')
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill('ole@p.example, kari@p.example,')
  await page.goBack()
  await expect(form.getByText('Close and lose what you typed?')).toBeVisible()
  await form.getByRole('button', { name: 'Keep editing' }).click()
  await expect(form.getByRole('listitem')).toHaveCount(2)
  await page.goBack()
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL('/audit-log')
})

test('a half-filled key form asks; an empty one is closed by Back', async ({ page }) => {
  await page.goto('/my-access')
  await page.getByRole('link', { name: 'API keys' }).click()
  const open = page.getByRole('button', { name: 'Create key' }).first()
  const form = page.getByRole('dialog', { name: 'Create an API key' })
  await open.click()
  await expect(form).toBeVisible()
  await page.goBack()
  await expect(form).toBeHidden()
  await open.click()
  await form.getByLabel('Name').fill('laptop')
  await page.goBack()
  await form.getByRole('button', { name: 'Keep editing' }).click()
  await expect(form.getByLabel('Name')).toHaveValue('laptop')
  await form.getByRole('button', { name: 'Create key' }).click()
  const once = page.getByRole('dialog', { name: /^Copy the key for / })
  await expect(once).toBeVisible()
  // The key is shown this once: Back asks instead of taking it away.
  await page.goBack()
  await once.getByRole('button', { name: 'Back to the key' }).click()
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await page.goBack()
  await expect(once).toBeHidden()
  await expect(page).toHaveURL('/api-keys')
})

test('Back closes a question, the palette, the help and the review of an import, not the page', async ({
  page,
  organization,
}) => {
  await page.goto('/my-access')
  await page.getByRole('link', { name: /^Users/ }).click()
  const { name } = organization.collaborator
  await rowAction(page, name, 'Sign out everywhere')
  const question = page.getByRole('alertdialog', { name: `Sign out ${name} everywhere?` })
  await expect(question).toBeVisible()
  await page.goBack()
  await expect(question).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('combobox')).toHaveCount(0)

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toBeVisible()
  await page.goBack()
  await expect(help).toHaveCount(0)
  await expect(page).toHaveURL('/users')

  await page.getByRole('button', { name: 'Import' }).click()
  const source = page.getByRole('dialog', { name: 'Import people to invite' })
  await source.getByLabel('Or paste rows').fill('email\nole@p.example')
  await source.getByRole('button', { name: 'Check' }).click()
  const review = page.getByRole('dialog', { name: 'Check before sending' })
  await expect(review).toBeVisible()
  await page.goBack()
  await expect(source.getByLabel('Or paste rows')).toHaveValue('email\nole@p.example')
  await page.goBack()
  await source.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL('/users')
  await page.goBack()
  await expect(page).toHaveURL('/my-access')
})

test('Back and Forward through search, filter, sort, page, tab and drawer show what stood there', async ({
  page,
  organization,
  world,
}) => {
  const people = Array.from({ length: 60 }, (_, index) => ({
    name: `Person ${index}`,
    email: `person.${index}@crowd.example`,
  }))
  await world.crowd(organization.id, people)
  await page.goto('/users')
  const footer = page.getByRole('status').filter({ hasText: /people|owners/ })
  const users = page.getByRole('table', { name: 'Users' })
  const steps: { go: () => Promise<unknown>; url: RegExp }[] = [
    {
      go: () => users.getByRole('columnheader', { name: 'Email' }).getByRole('button').click(),
      url: /\/users\?sort=email$/,
    },
    {
      go: () => page.getByRole('button', { name: 'Next', exact: true }).click(),
      url: /sort=email&after=/,
    },
    {
      go: () => page.getByRole('link', { name: /^Pending invites/ }).click(),
      url: /\/users\/pending$/,
    },
    { go: () => page.getByRole('link', { name: 'Audit log' }).click(), url: /\/audit-log$/ },
    {
      go: () => page.getByRole('table', { name: 'Audit log' }).getByRole('row').nth(1).click(),
      url: /\/audit-log\?event=evt_/,
    },
  ]
  const urls = [page.url()]
  // The log needs something in it.
  await page.request.get('/api/console/none')
  for (const { go, url } of steps.slice(0, 4)) {
    await go()
    await expect(page).toHaveURL(url)
    urls.push(page.url())
  }
  for (const url of urls.slice(0, -1).reverse()) {
    await page.goBack()
    await expect(page).toHaveURL(url)
  }
  await expect(footer).toHaveText('1–50 of 63 people')
  await expect(users.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  for (const url of urls.slice(1)) {
    await page.goForward()
    await expect(page).toHaveURL(url)
  }
  await page.goBack()
  await expect(page).toHaveURL(urls[3] as string)
  await page.goBack()
  await expect(footer).toHaveText('51–63 of 63 people')
})

test('Back after a removal does not bring the row or its dialog back', async ({
  page,
  organization,
}) => {
  const { name } = organization.collaborator
  await page.goto('/my-access')
  await page.getByRole('link', { name: /^Users/ }).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.goBack()
  await rowAction(page, name, 'Remove from organization…')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Remove / })
    .click()
  await expectToast(page, 'Removed')
  const row = page.getByRole('table', { name: 'Users' }).getByRole('row', { name })
  await expect(row).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL('/my-access')
  await page.goForward()
  await expect(page).toHaveURL('/users')
  await expect(page.getByRole('table', { name: 'Users' }).getByRole('row').nth(1)).toBeVisible()
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('after signing out, Back shows nothing of the console', async ({ page, organization }) => {
  await page.goto('/users')
  const secret = page.getByText(organization.collaborator.email).first()
  await expect(secret).toBeVisible()
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')
  await page.goBack()
  await expect(page.getByLabel('Email')).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(secret).toHaveCount(0)
  await submitSignIn(page, organization.owner)
  await expect(secret).toBeVisible()
})

test('a page that the browser kept as it was is asked for anew', async ({
  page,
  organization,
  world,
}) => {
  await page.goto('/users')
  await expect(page.getByText(organization.collaborator.email).first()).toBeVisible()
  await world.endSessions(organization.owner)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(page).toHaveURL('/sign-in?to=%2Fusers')
})
