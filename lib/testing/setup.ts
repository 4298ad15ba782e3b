// The use-case suite runs on PGlite in memory, or on the server that TEST_DATABASE_URL names: there each process
// makes a database of its own.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

process.env.AUTH_SECRET ??= 'a secret of the test suite, 32 characters or more'
process.env.PUBLIC_URL ??= 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'fatal'

const server = process.env.TEST_DATABASE_URL
const copied = inject('copied')
process.env.TEST_PGLITE = copied.embedded
if (!server) process.env.DATA_DIR = 'memory:'
else process.env.DATABASE_URL ??= await makeDatabase(server)

await import('./matchers')
await import('./no-secrets')

async function makeDatabase(url: string): Promise<string> {
  const name = `gh_${randomBytes(8).toString('hex')}`
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${copied.server}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
