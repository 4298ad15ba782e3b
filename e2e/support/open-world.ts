import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { authSecret, type Installation } from './installations'
import type { World } from './world'

type Answer = { id: number; value?: unknown; error?: string }
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** Starts the process of world.ts on an installation's database; `world` calls its functions. */
export function openWorld({ databaseUrl, url }: Installation) {
  const child = fork(fileURLToPath(new URL('world.ts', import.meta.url)), {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: url,
      AUTH_SECRET: authSecret,
      LOG_LEVEL: 'error',
    },
  })
  const call = callsOf(child)
  const world = new Proxy({} as World, {
    get: (_, method: string) =>
      method === 'then' ? undefined : (...args: unknown[]) => call(method, args),
  })
  return { world, close: () => child.disconnect() }
}

function callsOf(child: ChildProcess) {
  const waiting = new Map<number, Waiting>()
  let last = 0
  child.on('message', ({ id, value, error }: Answer) => {
    const { resolve, reject } = waiting.get(id) as Waiting
    waiting.delete(id)
    if (error === undefined) resolve(value)
    else reject(new Error(error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The world ended with ${code}.`))
  })
  return (method: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      child.send({ id: last, method, args })
    })
}
