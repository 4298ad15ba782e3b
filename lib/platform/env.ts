import 'server-only'
import { describeFaults, readEnv } from '../listener/config.js'
import { type Env, loadEnv } from '../listener/secret.js'

export { type Fault, readEnv } from '../listener/config.js'
export type { Env } from '../listener/secret.js'

/** The configuration of this process, read on first use. A fault ends the process with status 1. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => current()[name as keyof Env],
  has: (_, name) => name in current(),
  ownKeys: () => Reflect.ownKeys(current()),
  getOwnPropertyDescriptor: (_, name) => ({
    ...Reflect.getOwnPropertyDescriptor(current(), name),
    configurable: true,
  }),
})

/** LOG_LEVEL alone, for the log: it is made when the code is loaded, also by a build without configuration. */
export function logLevel(): string {
  const read = readEnv(process.env)
  return read.ok ? read.env.LOG_LEVEL : 'info'
}

let read: Env | undefined

function current(): Env {
  if (read) return read
  const loaded = loadEnv(process.env)
  if (loaded.ok) {
    read = loaded.env
    return read
  }
  process.stderr.write(`${describeFaults(loaded.faults)}\n`)
  process.exit(1)
}
