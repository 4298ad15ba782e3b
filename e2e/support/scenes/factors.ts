import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Scene } from './cast'

const secured: Scene['as'] = (cast) => cast.secured
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
const account = async (page: Page) => {
  await page.goto('/account')
  await expect(page.getByText('10 left').or(page.getByText('None yet:')).first()).toBeVisible()
}

/** Second factors: setting up, proving, and what stands before the console. */
export const factorScenes: Scene[] = [
  { name: 'account: factors', as: secured, open: account },
  {
    name: 'account: menu of a factor',
    as: secured,
    open: async (page) => {
      await account(page)
      await press(page, 'Actions for Phone')
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'account: add a passkey',
    as: secured,
    open: async (page) => {
      await account(page)
      await press(page, 'Add a passkey…')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'account: set up an app',
    as: ({ bare }) => bare,
    open: async (page) => {
      await page.goto('/my-access')
      await press(page, 'Set up an authenticator app…')
      await expect(page.getByRole('img', { name: 'QR code of the secret' })).toBeVisible()
    },
  },
  {
    name: 'account: new recovery codes',
    as: secured,
    open: async (page) => {
      await account(page)
      await press(page, 'Make new recovery codes…')
      await press(page, 'Make new codes')
      await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
    },
  },
  {
    name: 'confirm that it is you',
    as: ({ idle }) => idle,
    open: async (page) => {
      await account(page)
      await press(page, 'Add a passkey…')
      await press(page, 'Continue')
      await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible()
      await expect(page.getByLabel('Code')).toBeVisible()
    },
  },
  {
    name: 'secure your account',
    as: ({ bare }) => bare,
    open: async (page) => {
      await page.goto('/my-access')
      await expect(page.getByRole('heading', { name: 'Secure your account' })).toBeVisible()
    },
  },
  {
    name: 'sign in: second factor',
    open: async (page, { secured: { email, password } }) => {
      await page.goto('/sign-in')
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await press(page, 'Sign in')
      await press(page, 'Use a recovery code')
      await expect(page.getByLabel('Recovery code')).toBeVisible()
    },
  },
]
