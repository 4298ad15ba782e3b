import type { Cast, Scene } from './cast'
import { as, at, press, shown } from './steps'

const one = ({ bot }: Cast) => `/service-accounts/${bot.id}`

/** The identities of programs. */
export const serviceAccountScenes: Scene[] = [
  { name: 'service accounts', as, open: at(() => '/service-accounts', /2 service accounts$/) },
  {
    name: 'service accounts: create, with a fault',
    as,
    open: async (page) => {
      await page.goto('/service-accounts?create=1')
      await page.getByRole('dialog').getByLabel('Name').fill('no spaces')
      await press(page, 'Create account')
      await shown(page, /letters from a to z/)
    },
  },
  {
    name: 'service accounts: create, with access and a key',
    as,
    open: async (page, { project }) => {
      await page.goto('/service-accounts?create=1')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('robot-bench')
      await dialog.getByLabel('First key').fill('github-actions')
      await press(page, 'Add a cloud or project')
      await page.getByRole('option', { name: project.name }).click()
      await shown(page, 'Create account and key')
    },
  },
  { name: 'service account', as, open: at(one, /^Always a collaborator/) },
  {
    name: 'service account: add a trust rule, with a fault',
    as,
    open: async (page, cast) => {
      await page.goto(one(cast))
      await press(page, 'Add rule')
      await page.getByRole('dialog').getByLabel('Name').fill('Deploys')
      await page.getByRole('dialog').getByRole('button', { name: 'Add rule' }).click()
      await shown(page, 'Put in your own names')
    },
  },
  {
    name: 'service account: edit',
    as,
    open: at((cast) => `${one(cast)}?edit=${cast.bot.id}`, /^Its email will be/),
  },
  {
    name: 'service account: delete',
    as,
    open: at((cast) => `${one(cast)}?remove=${cast.bot.id}`, 'Will break'),
  },
]
