import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Cast, Scene } from './cast'
import { as, at, shown } from './steps'

const row = (page: Page, name: string) =>
  page.getByRole('treegrid').getByRole('row', { name, exact: true }).first()
const who = ({ project }: Cast) => `/access/who-can?permission=project.read&on=${project.id}`
const what = ({ arabic }: Cast) => `/access/what-can?who=${arabic.id}`

/** What people hold and why, the three questions, and the roles. */
export const accessScenes: Scene[] = [
  {
    name: 'my access: why',
    as: ({ hebrew }) => hebrew,
    open: async (page, { project }) => {
      await page.goto('/my-access')
      await row(page, project.name).click()
      await shown(page, /because$/)
    },
  },
  {
    name: 'my access: as granted',
    as: ({ hebrew }) => hebrew,
    open: at(() => '/my-access?view=granted', 'As granted'),
  },
  {
    name: 'my access: no, and who can',
    as: ({ hebrew }) => hebrew,
    open: at(
      ({ project }) => `/my-access?permission=project.delete&on=${project.id}`,
      'The smallest grant that would allow it',
    ),
  },
  {
    name: 'my access: out of reach',
    as: ({ long }) => long,
    open: at(() => '/my-access?permission=project.read&on=prj_none', /not in your reach/),
  },
  {
    name: 'person: why',
    as,
    open: async (page, { arabic, project }) => {
      await page.goto(`/users/${arabic.id}`)
      await row(page, project.name).click()
      await shown(page, 'To take it away')
    },
  },
  {
    name: 'person: remove, with what they own',
    as,
    open: at(({ arabic }) => `/users/${arabic.id}?remove=${arabic.id}`, 'Needs a new owner'),
  },
  { name: 'who can', as, open: at(who, /who can$/) },
  { name: 'who can: not asked yet', as, open: at(() => '/access/who-can', /^Choose a project/) },
  {
    name: 'who can: proof',
    as,
    open: at((cast) => `${who(cast)}&of=${cast.arabic.id}`, 'To take it away'),
  },
  {
    name: 'who can: permissions',
    as,
    open: async (page, cast) => {
      await page.goto(who(cast))
      await page.getByRole('button', { name: /^Permission:/ }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  { name: 'what can', as, open: at(what, /projects?$/) },
  {
    name: 'why',
    as,
    open: at(
      ({ arabic, project }) =>
        `/access/why?who=${arabic.id}&permission=project.delete&on=${project.id}`,
      'Because',
    ),
  },
  { name: 'roles', as, open: at(() => '/roles', 'What each role may do') },
  { name: 'roles: one', as, open: at(() => '/roles/cloud-read-only', 'A limit beside') },
  { name: 'roles: compare', as, open: at(() => '/roles/compare', 'Only what differs') },
  {
    name: 'users: has access to',
    as,
    only: 'table',
    open: at(({ cloud }) => `/users?access=${cloud.id}`, 'Has access to'),
  },
]
