import type { World } from './story/world'

/** Who can sign in, as `--json` prints it. */
export type Account = { email: string; password: string; api_key: string }
export type SignIn = {
  organization_id: string
  owner: Account
  collaborator: Account
  [more: `${string}_id`]: string
  [more: string]: Account | string
}

/** Fills a world with rows and says who can sign in to it. */
export type Scenario = (world: World) => Promise<SignIn>
