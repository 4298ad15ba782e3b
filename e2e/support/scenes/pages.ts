import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Scene } from './cast'
import { as, press } from './steps'

const asCollaborator: Scene['as'] = ({ arabic }) => arabic
const heading = (page: Page, name?: string | RegExp) =>
  expect(page.getByRole('heading', { name }).filter({ visible: true }).first()).toBeVisible()
const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Search pages/ })).toBeFocused()
}
const at = (path: string, title?: string | RegExp) => {
  const open = async (page: Page) => {
    await page.goto(path)
    await heading(page, title)
  }
  return Object.assign(open, { untouched: true as const })
}
const asked = (page: Page) => expect(page.getByRole('alertdialog')).toBeVisible()

const overview = async (page: Page) => {
  await page.goto('/overview')
  await heading(page, 'Needs you')
  await page.locator('summary').last().click()
  await expect(page.getByRole('table', { name: 'Sign-ins, day by day' })).toBeVisible()
}

/** Pages of one thing, of one's own, and what stands over every page. */
export const pageScenes: Scene[] = [
  ...(['long', 'arabic', 'hebrew', 'emoji', 'single', 'stacked'] as const).map(
    (key): Scene => ({
      name: `person: ${key}`,
      as,
      open: async (page, { people }) => {
        await page.goto(`/users/${people[key]?.id}`)
        await heading(page, 'Sessions')
        await page.locator('summary').first().click()
      },
    }),
  ),
  {
    name: 'person: revoke a key',
    as,
    open: async (page, { long }) => {
      await page.goto(`/users/${long.id}`)
      await press(page, /^Revoke/)
      await asked(page)
    },
  },
  { name: 'overview', as, open: overview },
  { name: 'settings', as, open: at('/settings/general') },
  {
    name: 'settings: not saved',
    as,
    open: async (page) => {
      await page.goto('/settings/general')
      await page.getByLabel('Name', { exact: true }).fill('Another')
      await expect(page.getByText('1 unsaved change: Name')).toBeVisible()
    },
  },
  { name: 'settings: authentication', as, open: at('/settings/general/authentication') },
  {
    name: 'settings: authentication, not saved',
    as,
    open: async (page) => {
      await page.goto('/settings/general/authentication')
      await page.getByRole('switch', { name: 'Require a second factor' }).click()
      await page.getByRole('checkbox', { name: 'Password' }).click()
      await page.getByLabel('Ends after no use for').selectOption('custom')
      await page.getByLabel('Ends after no use for, in minutes').fill('2')
      await page.getByLabel('Domains for invitations').fill('elsewhere.example')
      await expect(page.getByText('Enter a whole number from 5')).toBeVisible()
      await expect(page.getByText(/people have none/)).toBeVisible()
    },
  },
  {
    name: 'settings: leave without saving',
    as,
    only: 'table',
    open: async (page) => {
      await page.goto('/settings/general')
      await page.getByLabel('Name', { exact: true }).fill('Another')
      await page.getByRole('link', { name: 'My access' }).click()
      await asked(page)
    },
  },
  {
    name: 'settings: delete organization',
    as,
    open: async (page) => {
      await page.goto('/settings/general')
      await press(page, 'Delete organization…')
      await expect(page.getByRole('dialog').getByText(/The access of \d+ people/)).toBeVisible()
    },
  },
  { name: 'account', as, open: at('/account', 'Sessions') },
  { name: 'own sessions', as, open: at('/account/sessions', 'Sessions') },
  {
    name: 'account: change password',
    as,
    open: async (page) => {
      await page.goto('/account')
      await press(page, /^Change password/)
      await page.getByLabel('New password').fill('short')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'account: leave',
    as: asCollaborator,
    open: async (page) => {
      await page.goto('/account')
      await press(page, 'Leave…')
      await asked(page)
    },
  },
  { name: 'my access', as: asCollaborator, open: at('/my-access', 'What you may do') },
  { name: 'my access of an owner', as, open: at('/my-access', 'What you may do') },
  { name: '403', as: asCollaborator, open: at('/users', /for organization owners/) },
  { name: '404', as: asCollaborator, open: at('/no-such-page', 'Nothing here') },
  { name: 'API keys: none', as: asCollaborator, open: at('/api-keys') },
  { name: 'API keys', as, open: at('/api-keys') },
  {
    name: 'API keys: create',
    as,
    open: async (page) => {
      await page.goto('/api-keys?create=1')
      await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
    },
  },
  {
    name: 'API keys: shown once',
    as: ({ long }) => long,
    open: async (page) => {
      await page.goto('/api-keys?create=1')
      const name = Math.random().toString(36).slice(2).padEnd(200, 'k')
      await page.getByRole('dialog').getByLabel('Name').fill(name)
      await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
      await expect(page.getByRole('checkbox', { name: 'I have stored the key' })).toBeVisible()
    },
  },
  {
    name: 'API keys: create, chosen permissions',
    as,
    open: async (page) => {
      await page.goto('/api-keys?create=1')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: 'Chosen permissions' }).click()
      await dialog.getByRole('button', { name: 'Permission: Add a permission' }).click()
      await page.getByRole('option').first().click()
      await expect(dialog.getByRole('button', { name: /^Remove / })).toBeVisible()
    },
  },
  {
    name: 'API keys: rotate',
    as,
    open: async (page) => {
      await page.goto('/api-keys')
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Rotate…' }).click()
      await expect(page.getByRole('dialog', { name: /^Rotate / })).toBeVisible()
    },
  },
  {
    name: 'API keys: use and ceiling',
    as,
    open: async (page) => {
      await page.goto('/api-keys')
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Use and ceiling' }).click()
      await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible()
    },
  },
  {
    name: 'API keys: revoke',
    as,
    open: async (page) => {
      await page.goto('/api-keys')
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Revoke…' }).click()
      await asked(page)
    },
  },
  {
    name: 'palette',
    as,
    open: async (page) => {
      await page.goto('/my-access')
      await heading(page, 'What you may do')
      await openPalette(page)
      await page.keyboard.type('e')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'palette: a person',
    as,
    open: async (page, { long }) => {
      await page.goto('/my-access')
      await heading(page, 'What you may do')
      await openPalette(page)
      await page.keyboard.type(long.email)
      await expect(page.getByRole('option', { name: long.email }).first()).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(page.getByRole('option', { name: /^Manage access/ })).toBeVisible()
    },
  },
  {
    name: 'keyboard shortcuts',
    as,
    open: async (page) => {
      await page.goto('/my-access')
      await heading(page, 'What you may do')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  },
  {
    name: 'account menu, with the themes',
    as,
    open: async (page) => {
      await page.goto('/my-access')
      await press(page, /^Account of/)
      await page.getByRole('menuitem', { name: /^Theme/ }).press('ArrowRight')
      await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
    },
  },
  {
    name: 'navigation',
    as,
    only: 'list',
    open: async (page) => {
      await page.goto('/my-access')
      await press(page, 'Menu', true)
      await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
    },
  },
  {
    name: 'switch organization',
    as: ({ everywhere }) => everywhere,
    open: async (page) => {
      await page.goto('/my-access')
      await press(page, /: switch organization$/)
      await expect(page.getByRole('dialog').getByRole('searchbox')).toBeVisible()
    },
  },
  {
    name: 'a tab left behind',
    as: asCollaborator,
    open: async (page) => {
      await page.route('**/api/console/**', (route) =>
        route.fulfill({
          status: 409,
          json: {
            code: 'wrong_organization',
            status: 409,
            title: 'You are signed in to another organization',
            detail: 'You are signed in to Nordlys Labs in this browser. Nothing was changed.',
            context: { organization_id: 'org_x', organization_name: 'Nordlys Labs' },
          },
        }),
      )
      await page.goto('/account')
      await expect(page.getByRole('button', { name: /^Switch back to/ })).toBeVisible()
      await page.unroute('**/api/console/**')
    },
  },
  {
    name: 'no connection',
    as,
    open: async (page, { single }) => {
      await page.goto(`/users/${single.id}`)
      await heading(page, 'Sessions')
      await page.context().setOffline(true) // the spec connects it again
      await expect(page.getByText('No connection').first()).toBeVisible()
    },
  },
  {
    name: 'a list that fails',
    as,
    open: async (page) => {
      await page.route('**/api/console/member.list**', (route) =>
        route.fulfill({
          status: 500,
          json: {
            code: 'internal',
            status: 500,
            title: 'Internal error',
            detail: 'Something broke.',
            request_id: `req_${'7'.repeat(24)}`,
          },
        }),
      )
      await page.goto('/users?q=e')
      await page.getByRole('searchbox').fill('ee')
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 })
      await page.unroute('**/api/console/member.list**')
    },
  },
  {
    name: 'the end of the organization comes',
    as,
    open: async (page, { name }) => {
      await page.goto('/settings/general')
      const stop = page.getByRole('main').getByRole('button', { name: 'Stop deletion' }).first()
      const ask = page.getByRole('button', { name: 'Delete organization…' })
      await expect(stop.or(ask).first()).toBeVisible()
      if (await stop.isVisible()) return
      await ask.click()
      await page.getByRole('dialog').getByRole('textbox').fill(name)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Delete in/ })
        .click()
      await expect(stop).toBeVisible()
    },
  },
]

/** Signed in, and outside the console. */
const loginScenes: Scene[] = [
  {
    name: 'a login of a program, from elsewhere, and other organizations',
    as: ({ everywhere }) => everywhere,
    open: async (page, { tokens }) => {
      await page.goto(`/login-code?code=${tokens.login}`)
      await heading(page, 'Allow this login?')
      await expect(page.getByLabel('For another organization')).toBeVisible()
    },
  },
  {
    name: 'a login of a program: over',
    as: asCollaborator,
    open: async (page, { tokens }) => {
      await page.goto(`/login-code?code=${tokens.pastLogin}`)
      await heading(page, 'Link over')
    },
  },
  {
    name: 'a login of a program: not known',
    as: asCollaborator,
    open: at('/login-code?code=x', 'Login not known'),
  },
]

/** Before one is signed in. */
export const signedOutScenes: Scene[] = [
  ...loginScenes,
  { name: 'sign in', open: at('/sign-in') },
  {
    name: 'sign in: refused',
    open: async (page) => {
      await page.goto('/sign-in')
      await page.getByLabel('Email').fill('nobody@halden.example')
      await page.getByLabel('Password', { exact: true }).fill('x')
      await press(page, 'Sign in', true)
      await expect(page.getByText('Email or password is wrong.').first()).toBeVisible()
    },
  },
  { name: 'forgot password, without mail', open: at('/forgot-password') },
  { name: 'reset password: a link that is not known', open: at('/reset-password?token=x') },
  {
    name: 'reset password',
    open: async (page, { tokens }) => {
      await page.goto(`/reset-password?token=${tokens.reset}`)
      await page.getByLabel('New password').fill('short')
      await expect(
        page.getByRole('paragraph').filter({ hasText: /more characters in the password/ }),
      ).toBeVisible()
    },
  },
  {
    name: 'reset password: signed in as somebody else',
    as: ({ long }) => long,
    open: async (page, { tokens }) => {
      await page.goto(`/reset-password?token=${tokens.reset}`)
      await expect(page.getByRole('button', { name: 'Sign out and go on' })).toBeVisible()
    },
  },
  { name: 'sign in by a link that is not known', open: at('/sign-in?link=x') },
  { name: 'a change of address that is not known', open: at('/verify-email?token=x') },
  {
    name: 'register by a link',
    open: async (page, { tokens }) => {
      await page.goto(`/register?link=${tokens.register}`)
      await press(page, 'Make the account')
      await expect(page.getByLabel('Organization')).toBeVisible()
    },
  },
  { name: 'set up', open: at('/set-up') },
  { name: 'register', open: at('/register') },
  { name: 'an organization’s link', open: at('/register?organizationId=org_x', 'Sign in') },
  {
    name: 'an organization’s link: signed in, and not a member',
    as: ({ long }) => long,
    open: at('/register?organizationId=org_x', 'You need an invitation to join'),
  },
  {
    name: 'an organization’s link: signed in to another one',
    as: ({ everywhere }) => everywhere,
    open: async (page, { elsewhere }) => {
      await page.goto(`/register?organizationId=${elsewhere}`)
      await heading(page, /^This link is for/)
    },
  },
  {
    name: 'choose an organization',
    open: async (page, { everywhere }) => {
      await page.goto('/sign-in')
      await page.getByLabel('Email').fill(everywhere.email)
      await page.getByLabel('Password', { exact: true }).fill(everywhere.password)
      await press(page, 'Sign in', true)
      await heading(page, 'Choose an organization')
    },
  },
  { name: 'register: a link that is not known', open: at('/register?invitation=x') },
  {
    name: 'register',
    open: async (page, { tokens }) => {
      await page.goto(`/register?invitation=${tokens.open}`)
      await press(page, /^Join /)
      await expect(page.getByLabel('Name')).toBeVisible()
    },
  },
  {
    name: 'register with a passkey',
    open: async (page, { tokens }) => {
      await page.goto(`/register?invitation=${tokens.open}`)
      await press(page, 'Use a passkey instead')
      await expect(page.getByText('You need no password.')).toBeVisible()
    },
  },
  {
    name: 'register: signed in as somebody else',
    as: ({ long }) => long,
    open: async (page, { tokens }) => {
      await page.goto(`/register?invitation=${tokens.foreign}`)
      await expect(page.getByRole('button', { name: 'Switch account' })).toBeVisible()
    },
  },
  { name: 'problems', open: at('/problems') },
  { name: 'problem', open: at('/problems/last_owner') },
  { name: 'problem that is none', open: at('/problems/none') },
  { name: 'no such page', open: at('/no/such/page') },
]
