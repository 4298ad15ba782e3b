import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Scene } from './cast'
import { as, choose, menu, press, shown, verb } from './steps'

const menuOf = async (page: Page, name: string) => {
  const button = page.getByRole('button', { name: `Actions for ${name}`, exact: true })
  await button.filter({ visible: true }).first().click()
  await menu(page)
}
const someone = () => Math.random().toString(36).slice(2, 10)
const entry = (page: Page, name: string) => page.getByRole('menuitem', { name }).click()

async function users(page: Page) {
  await page.goto('/users')
  await shown(page, 'X')
}

/** The lists of owners, with all that opens on them. */
export const listScenes: Scene[] = [
  { name: 'users', as, open: users },
  {
    name: 'users: row menu',
    as,
    open: async (page, { long }) => {
      await users(page)
      await menuOf(page, long.name)
    },
  },
  {
    name: 'users: filter menu',
    as,
    only: 'table',
    open: async (page) => {
      await page.goto('/users?role=owner&state=active')
      await page
        .getByRole('button', { name: /^Organization role/ })
        .first()
        .click()
      await menu(page)
    },
  },
  {
    name: 'users: more filters',
    as,
    only: 'table',
    open: async (page) => {
      await users(page)
      await press(page, 'More', true)
      await menu(page)
    },
  },
  {
    name: 'users: columns and density',
    as,
    only: 'table',
    open: async (page) => {
      await users(page)
      await press(page, 'Columns and density')
      await menu(page)
    },
  },
  {
    name: 'users: filter sheet',
    as,
    only: 'list',
    open: async (page) => {
      await page.goto('/users?role=owner')
      await press(page, /^Filters/)
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'users: other dates',
    as,
    only: 'table',
    open: async (page) => {
      await users(page)
      await page.getByRole('button', { name: 'Last active' }).first().click()
      await page.getByRole('menuitem').last().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'users: nothing matches',
    as,
    open: async (page) => {
      await page.goto('/users?q=nobody+at+all')
      await shown(page, 'No one matches')
    },
  },
  {
    name: 'users: API call',
    as,
    open: async (page) => {
      await users(page)
      await press(page, 'API call of this page')
      await shown(page, 'The same by the API')
    },
  },
  {
    name: 'users: chosen',
    as,
    open: async (page, { long, arabic, single }) => {
      await users(page)
      await choose(page, long.name, arabic.name, single.name)
      await shown(page, '3 selected')
    },
  },
  {
    name: 'users: change the role of many',
    as,
    open: async (page, { long, arabic }) => {
      await users(page)
      await choose(page, long.name, arabic.name)
      await verb(page, /^Change role/)
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await page.getByRole('radio', { name: 'Owner' }).click()
    },
  },
  {
    name: 'users: remove many',
    as,
    open: async (page, { long, secondOwner }) => {
      await users(page)
      await choose(page, long.name, secondOwner.name)
      await verb(page, /^Remove/)
      await shown(page, 'Left out')
    },
  },
  {
    name: 'users: sign out many',
    as,
    open: async (page, { long, arabic }) => {
      await users(page)
      await choose(page, long.name, arabic.name)
      await verb(page, /^Sign out/)
      await shown(page, 'Ends at once')
    },
  },
  {
    name: 'users: sign one out',
    as,
    open: async (page, { arabic }) => {
      await users(page)
      await menuOf(page, arabic.name)
      await entry(page, 'Sign out everywhere')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    name: 'users: manage access',
    as,
    open: async (page, { arabic }) => {
      await page.goto(`/users?manage=${arabic.id}`)
      await page.getByRole('radio', { name: 'Owner' }).click()
      await page.getByRole('checkbox', { name: 'Image reader', exact: true }).click()
      await shown(page, 'What changes')
    },
  },
  {
    name: 'users: manage access of a long name',
    as,
    open: async (page, { long }) => {
      await page.goto(`/users?manage=${long.id}`)
      await expect(page.getByRole('radio', { name: 'Owner' })).toBeVisible()
    },
  },
  {
    name: 'users: remove',
    as,
    open: async (page, { long }) => {
      await page.goto(`/users?remove=${long.id}`)
      await shown(page, 'Ends at once')
    },
  },
  {
    name: 'users: remove an owner',
    as,
    open: async (page, { secondOwner }) => {
      await page.goto(`/users?remove=${secondOwner.id}`)
      await expect(
        page.getByRole('alertdialog').getByRole('button', { name: 'Manage access' }),
      ).toBeVisible()
    },
  },
  {
    name: 'users: suspend',
    as,
    open: async (page, { long }) => {
      await page.goto(`/users?suspend=${long.id}`)
      await shown(page, 'Waits')
    },
  },
  {
    name: 'users: suspend many',
    as,
    open: async (page, { long, suspended }) => {
      await users(page)
      await choose(page, long.name, suspended.name)
      await verb(page, /^Suspend/)
      await shown(page, 'Nothing to change')
    },
  },
  {
    name: 'users: restore many',
    as,
    open: async (page, { suspended }) => {
      await page.goto('/users?state=suspended')
      await choose(page, suspended.name)
      await verb(page, /^Restore/)
      await shown(page, 'Works again')
    },
  },
  {
    name: 'users: a suspended person, restored',
    as,
    open: async (page, { suspended }) => {
      await page.goto(`/users/${suspended.id}`)
      await shown(page, /^Suspended .* by/)
      await press(page, 'Restore…')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    name: 'users: invite',
    as,
    open: async (page) => {
      await page.goto('/users?invite=1')
      await expect(page.getByLabel('Email addresses')).toBeVisible()
    },
  },
  {
    name: 'users: invite, filled in, asked before it closes',
    as,
    open: async (page, { collaborator }) => {
      await page.goto('/users?invite=1')
      await page
        .getByLabel('Email addresses')
        .fill(
          `${'a'.repeat(60)}@partner.example, lena@partner.example, ${collaborator.email}, j.kowalczyk@halden,`,
        )
      await shown(page, /is already a member/)
      await page.keyboard.press('Escape')
      await shown(page, 'Close and lose what you typed?')
    },
  },
  {
    name: 'users: invited',
    as,
    open: async (page) => {
      await page.goto('/users?invite=1')
      await page
        .getByLabel('Email addresses')
        .fill(`${'a'.repeat(56)}${someone()}@partner.example ${someone()}@p.example `)
      await press(page, /^Make \d+ links$/) // with those that an earlier scene left in the draft
      await shown(page, 'These links are shown once')
    },
  },
  {
    name: 'users: a removed person',
    as,
    open: async (page, { gone }) => {
      await page.goto(`/users/${gone.id}`)
      await shown(page, /^Removed .* by/)
    },
  },
  {
    name: 'users: import',
    as,
    open: async (page) => {
      await page.goto('/users?import=1')
      await expect(page.getByLabel('Or paste rows')).toBeVisible()
    },
  },
  {
    name: 'users: import, checked',
    as,
    open: async (page, { collaborator }) => {
      await page.goto('/users?import=1')
      await page
        .getByLabel('Or paste rows')
        .fill(
          `Name;E-Mail;Role\n${'N'.repeat(200)};${'a'.repeat(60)}@partner.example;owner\nمحمد;${collaborator.email};\nY;broken@partner;\n`,
        )
      await press(page, 'Check', true)
      await expect(
        page.getByRole('dialog', { name: 'Check before sending' }).getByRole('listitem').first(),
      ).toBeVisible()
    },
  },
  ...['pending', 'expired', 'revoked', 'accepted'].map(
    (state): Scene => ({
      name: `invitations: ${state}`,
      as,
      open: async (page) => {
        await page.goto(`/users/pending?state=${state}`)
        await expect(page.getByRole('navigation', { name: 'State' })).toBeVisible()
      },
    }),
  ),
  {
    name: 'invitations: row menu',
    as,
    open: async (page) => {
      await page.goto('/users/pending')
      await menuOf(page, 'lena@partner.example')
    },
  },
  {
    name: 'invitations: revoke',
    as,
    open: async (page) => {
      await page.goto('/users/pending')
      await menuOf(page, 'lena@partner.example')
      await entry(page, 'Revoke invitation…')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    name: 'invitations: send many again',
    as,
    open: async (page, { tokens: _ }) => {
      await page.goto('/users/pending')
      await choose(page, 'lena@partner.example', 'mia@partner.example')
      await verb(page, /^Send again/)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'invitations: history',
    as,
    open: async (page) => {
      await page.goto('/users/pending')
      await menuOf(page, 'lena@partner.example')
      await entry(page, 'History')
      await expect(page.getByRole('dialog', { name: 'lena@partner.example' })).toBeVisible()
    },
  },
  {
    name: 'audit log',
    as,
    open: async (page) => {
      await page.goto('/audit-log')
      await expect(page.locator('[data-row]').filter({ visible: true }).first()).toBeVisible()
    },
  },
  {
    name: 'audit log: actor',
    as,
    only: 'table',
    open: async (page) => {
      await page.goto('/audit-log')
      await press(page, 'Actor', true)
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'audit log: event filter',
    as,
    only: 'table',
    open: async (page) => {
      await page.goto('/audit-log')
      await press(page, 'Event', true)
      await menu(page)
    },
  },
  {
    name: 'audit log: nothing matches',
    as,
    open: async (page) => {
      await page.goto('/audit-log?request=req_none')
      await shown(page, 'No event matches')
    },
  },
  {
    name: 'audit log: event',
    as,
    open: async (page) => {
      await page.goto('/audit-log')
      await page.locator('[data-row]').filter({ visible: true }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'work on many, done',
    as,
    open: async (page, { hebrew, single }) => {
      await users(page)
      await choose(page, hebrew.name, single.name)
      await verb(page, /^Sign out/)
      await press(page, 'Sign out 2 people')
      await expect(page.getByRole('region', { name: 'Sign out 2 people' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Details' })).toBeVisible()
    },
  },
  {
    name: 'work on many, its results',
    as,
    open: async (page) => {
      await users(page)
      await press(page, 'Details')
      await expect(page.getByRole('dialog').getByRole('list', { name: 'Results' })).toBeVisible()
    },
  },
]
