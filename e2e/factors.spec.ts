import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast, openRowMenu, signOut, submitSignIn } from './support/words'

/** The code that an independent app shows now. */
const codeOf = (secret: string) => generateSync({ secret })

/** An authenticator in this browser, as a laptop has one. It answers at once, also what the browser only offers to fill in. */
async function giveAuthenticator(page: Page, { autofill = false } = {}) {
  if (!autofill) {
    await page.addInitScript(() => {
      if ('PublicKeyCredential' in window)
        PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
    })
  }
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function storeCodes(page: Page) {
  const dialog = page.getByRole('alertdialog', { name: 'Store your recovery codes now' })
  const list = dialog.getByRole('list', { name: 'Recovery codes' })
  await expect(list).toBeVisible()
  const codes = await list.getByRole('listitem').allTextContents()
  await dialog.getByRole('checkbox').click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return codes
}

async function addPasskey(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add a passkey…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a passkey is set up, signs in alone, confirms a risky act, and is removed', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner } = organization
  await giveAuthenticator(page)
  await signIn(page, owner)
  await page.goto('/account')
  await addPasskey(page, 'Laptop')
  expect(await storeCodes(page)).toHaveLength(10)
  await expect(page.getByText('10 left')).toBeVisible()
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL('/overview')

  await world.ageProof(owner)
  await page.goto(`/users?remove=${organization.collaborator.id}`)
  const removal = page.getByRole('alertdialog')
  await removal.getByRole('button', { name: /^Remove/ }).click()
  const check = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(check).toBeVisible()
  await expectNoAxeFaults(page)
  await check.getByRole('button', { name: 'Close' }).click()
  await expect(removal).toBeVisible()
  await removal.getByRole('button', { name: /^Remove/ }).click()
  await check.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(check).toBeHidden()
  await expectToast(page, /Removed/)

  await page.goto('/account')
  await openRowMenu(page, 'Laptop')
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expectToast(page, /Removed/)
  await expect(page.getByText('None yet: whoever has your password')).toBeVisible()
})

test('an invitation is accepted with a passkey in place of a password, which signs in from the email field', async ({
  page,
  organization,
  world,
}) => {
  await giveAuthenticator(page, { autofill: true })
  const email = `lena.${organization.id.slice(-8)}@partner.example`
  const token = await world.invitation(organization.owner, email)
  await page.goto(`/register?invitation=${token}`)
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(page.getByLabel('Password')).toBeHidden()
  const join = page.getByRole('button', { name: /^Join/ })
  await join.click()
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.getByLabel('Name').fill('Lena Vogt')
  await join.click()
  await storeCodes(page)
  await expect(page).toHaveURL('/my-access')
  await page.goto('/account')
  await expect(page.getByText('10 left')).toBeVisible()
  await signOut(page)
  // Chosen from what the browser fills in: no button.
  await expect(page).toHaveURL('/my-access')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('an app asks at the next sign-in, once per code; a recovery code serves in its place', async ({
  page,
  organization,
  signIn,
}) => {
  const { collaborator } = organization
  await signIn(page, collaborator)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Set up an authenticator app…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  await expect(dialog.getByRole('img', { name: 'QR code of the secret' })).toBeVisible()
  await expectNoAxeFaults(page)
  const secret = ((await dialog.locator('code').textContent()) ?? '').replace(/\s/g, '')
  const used = codeOf(secret)
  await dialog.getByRole('textbox', { name: 'Code' }).fill(used)
  await dialog.getByRole('button', { name: 'Set up' }).click()
  const [recovery = ''] = await storeCodes(page)
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')

  await submitSignIn(page, collaborator)
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await expectNoAxeFaults(page)
  await page.getByLabel('Code').fill(used)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not accepted' })).toBeVisible()
  await page.goto('/my-access')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await submitSignIn(page, collaborator)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recovery)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page).toHaveURL('/my-access')
  await page.goto('/account')
  await expect(page.getByText('9 left')).toBeVisible()
})

test('where the organization asks for a second factor, nothing is reached before it', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { collaborator } = organization
  await world.demandFactor(organization.id)
  await giveAuthenticator(page)
  await signIn(page, collaborator)
  await page.goto('/api-keys')
  await expect(page).toHaveURL('/account/secure?to=%2Fapi-keys')
  await expectNoAxeFaults(page)
  await addPasskey(page, 'Laptop')
  await storeCodes(page)
  await expect(page).toHaveURL('/api-keys')

  // A session that was begun before the factor was there shows it first.
  await world.forgetFactor(collaborator)
  await page.goto('/my-access')
  await expect(page).toHaveURL('/sign-in/second-factor?for=session&to=%2Fmy-access')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL('/my-access')
})
