import 'server-only'
import { describeFaults, readEnv } from '../listener/config.js'
import { type Env, loadEnv } from '../listener/secret.js'

export { type Fault, readEnv } from '../listener/config.js'
export type { Env } from '../listener/secret.js'

/** The configuration of this process, read on first use. A fault ends the process with status 1. */
export const env: Env = lazily(() => loadEnv(process.env))

/** LOG_LEVEL alone, for the log: it is made when the code is loaded, also by a build without configuration. */
export function logLevel(source: Record<string, string | undefined> = process.env): string {
  const read = readEnv(source)
  return read.ok ? read.env.LOG_LEVEL : 'info'
}

/** What `load` finds, from the first look at any of its values on. */
export function lazily(load: () => ReturnType<typeof loadEnv>): Env {
  let found: Env | undefined
  const current = () => {
    found ??= orExit(load())
    return found
  }
  return new Proxy({} as Env, {
    get: (_, name) => current()[name as keyof Env],
    has: (_, name) => name in current(),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, name) => {
      const property = Reflect.getOwnPropertyDescriptor(current(), name)
      return property && { ...property, configurable: true }
    },
  })
}

function orExit(loaded: ReturnType<typeof loadEnv>): Env {
  if (loaded.ok) return loaded.env
  process.stderr.write(`${describeFaults(loaded.faults)}\n`)
  process.exit(1)
}
