import { createServer } from 'node:net'
import { join } from 'node:path'

export type Installation = { url: string; databaseUrl: string }
/** `home`: for data directories, which stay until the end of the run and are searched then. */
type Installations = {
  plain: Installation
  mailing: Installation
  mailbox: string
  home: string
}

/** Whatever the servers of a run print, until the next run. */
export const logFolder = '.cache/test/e2e'
export const logFileOf = (port: number | string) => join(logFolder, `server-${port}.log`)

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
