import { createServer } from 'node:net'

export type Installation = { url: string; databaseUrl: string }
type Installations = { plain: Installation; mailing: Installation; mailbox: string }

/** What the servers under test and the worlds beside them share. */
export const authSecret = 'a secret of the end-to-end tests, 32 characters or more'

const variable = 'GATEHOUSE_E2E'

/** Hands the addresses of what was started to the workers, which inherit the environment. */
export const publish = (installations: Installations) => {
  process.env[variable] = JSON.stringify(installations)
}

export const installations = (): Installations => JSON.parse(process.env[variable] ?? '{}')

/** A port of ours that nobody listens on. */
export async function freePort(first = 3150, last = 3169): Promise<number> {
  for (let port = first; port <= last; port++) if (await isFree(port)) return port
  throw new Error(`Ports ${first} to ${last} are all in use.`)
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
