import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast, signOut, submitSignIn } from './support/words'

test.use({ installation: 'mailing' })

const fresh = 'copper meadow winter lantern'

test('a forgotten password is replaced by mail, and a link by mail signs in', async ({
  page,
  otherBrowser,
  organization,
  world,
  mailbox,
}) => {
  const email = `ole.${organization.id.slice(-8)}@partner.example`
  const ole = await world.member(organization.id, { email, name: 'Ole Brandvold', proven: true })
  const elsewhere = await otherBrowser(ole)
  await elsewhere.goto('/account')
  await expect(elsewhere.getByRole('heading', { name: 'Account' })).toBeVisible()

  // Whatever a request calls this server, mail says PUBLIC_URL.
  await page.setExtraHTTPHeaders({
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
  })
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot password' }).click()
  await expect(page).toHaveURL('/forgot-password')
  await page.getByLabel('Email').fill(`nobody.${email}`)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('If this address has an account')).toBeVisible()
  await expectNoAxeFaults(page)
  await page.getByRole('button', { name: 'Ask for another link' }).click()
  await page.getByLabel('Email').fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('If this address has an account')).toBeVisible()
  const { link, text } = await mailbox.newest(email)
  expect(text).not.toContain('evil')
  expect(new URL(link).origin).toBe(new URL(page.url()).origin)

  await page.goto(link)
  await expectNoAxeFaults(page)
  await page.getByLabel('New password').fill('too short')
  await expect(page.getByRole('paragraph').filter({ hasText: '6 more characters' })).toBeVisible()
  await page.getByLabel('New password').fill(fresh)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page).toHaveURL('/my-access')
  const notice = await mailbox.newest(email, 2)
  expect(notice.text).toContain('Subject: Your password was changed')
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link works no more' })).toBeVisible()

  // The other browser signs in by mail: a new device beside the first.
  await elsewhere.getByRole('link', { name: 'Sign in with a link by mail' }).click()
  await expect(elsewhere).toHaveURL('/sign-in/link')
  await elsewhere.getByLabel('Email').fill(email)
  await elsewhere.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(elsewhere.getByText('Look at the mailbox')).toBeVisible()
  const { link: signing } = await mailbox.newest(email, 3)
  expect((await elsewhere.request.get(signing)).ok()).toBe(true) // as a mail scanner does
  await elsewhere.goto(signing)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(elsewhere).toHaveURL('/my-access')
  expect((await mailbox.newest(email, 4)).text).toContain('Subject: New sign-in to your account')
})

test('one’s own password and address are changed', async ({
  page,
  otherBrowser,
  organization,
  world,
  mailbox,
}) => {
  const unique = organization.id.slice(-8)
  const [email, next] = [`mia.${unique}@partner.example`, `mia.new.${unique}@partner.example`]
  const mia = await world.member(organization.id, { email, name: 'Mia Sunde', proven: true })
  await page.goto('/sign-in')
  await submitSignIn(page, mia)
  await expect(page).toHaveURL('/my-access')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Change password…' }).click()
  await page.getByLabel('New password').fill(fresh)
  await page.getByRole('button', { name: 'Change password', exact: true }).click()
  await expectToast(page, /^Changed your password/)
  await mailbox.newest(email)

  await page.getByRole('button', { name: 'Change…' }).click()
  await page.getByLabel('New email').fill(next)
  await expectNoAxeFaults(page)
  await page.getByRole('button', { name: 'Mail the links' }).click()
  await expectToast(page, 'Mailed a link to each of the two addresses')
  const { link: old } = await mailbox.newest(email, 2)
  const { link: own } = await mailbox.newest(next)
  const phone = await otherBrowser()
  await phone.goto(old)
  await expectNoAxeFaults(phone)
  await phone.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(phone.getByText('The other address has to confirm it too.')).toBeVisible()
  // In a browser that is not signed in to the account the new address confirms nothing.
  await phone.goto(own)
  await expect(phone.getByText(`Sign in as ${email} first.`)).toBeVisible()
  await page.goto(own)
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(page.getByText('The address is changed')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByLabel('email', { exact: true })).toHaveValue(next)
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')
  await submitSignIn(page, { email: next, password: fresh })
  await expect(page).toHaveURL('/my-access')
})

test('anybody makes an account, once the address is proven, where the installation lets them', async ({
  page,
  organization,
  mailbox,
}) => {
  const email = `noa.${organization.id.slice(-8)}@partner.example`
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'make one' }).click()
  await expect(page).toHaveURL('/register')
  await page.getByLabel('Email').fill(email)
  await expectNoAxeFaults(page)
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  const { link } = await mailbox.newest(email)
  await page.goto(link)
  await page.getByLabel('Organization').fill('Noa & friends')
  await page.getByLabel('Your name').fill('Noa Lind')
  await page.getByLabel('Password', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('complementary', { name: 'Organization' })).toContainText(
    'Noa & friends',
  )
  // A second time the address has an account, and its mailbox alone is told.
  await page.goto('/register')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await expect(page.getByText('A link is on its way.')).toBeVisible()
  expect((await mailbox.newest(email, 2)).text).toContain('Subject: You have an account already')
})
