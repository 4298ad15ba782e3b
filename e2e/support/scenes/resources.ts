import type { Page } from '@playwright/test'
import { expect } from '../fixtures'
import type { Scene } from './cast'
import { as, at, choose, menu, press, shown, verb } from './steps'

const asReader: Scene['as'] = ({ hebrew }) => hebrew
const dialog = (page: Page) =>
  expect(page.getByRole('dialog').or(page.getByRole('alertdialog')).first()).toBeVisible()
const onCloud = at(({ cloud }) => `/clouds/${cloud.id}/access`, 'Organization owners')
const onProject = at(({ project }) => `/projects/${project.id}/access`, 'Organization owners')

/** Clouds and projects, who has access to them, and all that opens there. */
export const resourceScenes: Scene[] = [
  { name: 'clouds', as, open: at(() => '/clouds', '1–1 of 1 cloud') },
  { name: 'clouds: of others', as: asReader, open: at(() => '/clouds', '1–1 of 1 cloud') },
  { name: 'clouds: none matches', as, open: at(() => '/clouds?q=zzz', 'No cloud matches') },
  { name: 'clouds: create', as, open: at(() => '/clouds?create=1', 'Create a cloud') },
  { name: 'projects', as, open: at(() => '/projects', '1–2 of 2 projects') },
  { name: 'projects: create', as, open: at(() => '/projects?create=1', 'Create a project') },
  { name: 'cloud: access', as, open: onCloud },
  {
    name: 'cloud: a role',
    as,
    open: async (page, cast) => {
      await onCloud(page, cast)
      await press(page, `Cloud collaborator, role of ${cast.arabic.name}`)
      await menu(page)
    },
  },
  {
    name: 'cloud: chosen',
    as,
    open: async (page, cast) => {
      await onCloud(page, cast)
      await choose(page, cast.long.name, cast.arabic.name)
      await shown(page, '2 selected')
    },
  },
  {
    name: 'cloud: change many roles',
    as,
    open: async (page, cast) => {
      await onCloud(page, cast)
      await choose(page, cast.long.name, cast.arabic.name)
      await verb(page, /^Change role/)
      await dialog(page)
    },
  },
  {
    name: 'cloud: grant permission',
    as,
    open: at(({ cloud }) => `/clouds/${cloud.id}/access?grant=1`, 'Left blank: at once.'),
  },
  {
    name: 'cloud: end a role',
    as,
    open: at(({ cloud, arabic }) => `/clouds/${cloud.id}/access?end=${arabic.id}`, 'Ends at once'),
  },
  {
    name: 'cloud: change an end',
    as,
    open: at(
      ({ cloud, arabic }) => `/clouds/${cloud.id}/access?term=${arabic.id}`,
      /^When the role/,
    ),
  },
  {
    name: 'cloud: no one matches',
    as,
    open: at(({ cloud }) => `/clouds/${cloud.id}/access?q=zzz`, 'No one matches'),
  },
  {
    name: 'cloud: access, of a reader',
    as: asReader,
    open: at(({ cloud }) => `/clouds/${cloud.id}/access`, /^Only owners of the cloud/),
  },
  {
    name: 'cloud: projects',
    as,
    open: at(({ cloud }) => `/clouds/${cloud.id}/projects`, '1–2 of 2 projects'),
  },
  {
    name: 'cloud: settings',
    as,
    open: at(({ cloud }) => `/clouds/${cloud.id}/settings`, 'Danger zone'),
  },
  {
    name: 'cloud: delete',
    as,
    open: async (page, { cloud }) => {
      await page.goto(`/clouds/${cloud.id}/settings`)
      await press(page, 'Delete cloud…')
      await shown(page, 'Ends at once')
    },
  },
  { name: 'project: access', as, open: onProject },
  {
    name: 'project: make public',
    as,
    open: async (page, cast) => {
      await onProject(page, cast)
      await page.getByRole('radio', { name: 'Public' }).click()
      await shown(page, /would gain|No one’s access/)
    },
  },
  {
    name: 'project: add people',
    as,
    open: at(({ project }) => `/projects/${project.id}/access?grant=1`, 'Left blank: at once.'),
  },
  {
    name: 'project: settings',
    as,
    open: at(({ project }) => `/projects/${project.id}/settings`, 'Danger zone'),
  },
  {
    name: 'project: settings, of a reader',
    as: asReader,
    open: at(({ project }) => `/projects/${project.id}/settings`, 'Danger zone'),
  },
  {
    name: 'project: delete',
    as,
    open: async (page, { project }) => {
      await page.goto(`/projects/${project.id}/settings`)
      await press(page, 'Delete project…')
      await shown(page, 'Ends at once')
    },
  },
]
