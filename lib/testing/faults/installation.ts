import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { inject } from 'vitest'
import { startGatehouse } from '../../../e2e/server.js'
import { freePort } from '../free-port'

export const secret = 'a secret of the fault tests, of 32 characters or more'
export type Account = { email: string; password: string; api_key: string }
export type Seed = {
  organization_id: string
  owner: Account
  second_owner: Account
  collaborator: Account
  stranger: Account
}
export type EngineName = 'embedded' | 'postgresql'
export const engines: EngineName[] = ['embedded', 'postgresql']

export type Row = Record<string, unknown>
export type Ask = (sql: string, values?: unknown[]) => Promise<Row[]>

/** A database with the seeded organization, and processes of the built program on it. */
export type Installation = {
  engine: EngineName
  seed: Seed
  env: Record<string, string>
  dataDir: string
  start(more?: Record<string, string>): Promise<Running>
  /** Looks into the database beside the program. Embedded: only while no process has it. */
  look<T>(work: (ask: Ask) => Promise<T>): Promise<T>
}

export type Running = Awaited<ReturnType<typeof startGatehouse>> & {
  kill(): Promise<void>
  log(): string
}

export function installation(engine: EngineName): Promise<Installation> {
  return engine === 'embedded' ? embedded() : postgresql()
}

/** The same without a table in it, as before the first start. */
export async function emptyInstallation(engine: EngineName): Promise<Installation> {
  const seeds = inject('seeds')
  const dataDir = mkdtempSync(join(seeds.home, 'empty-'))
  if (engine === 'embedded') return inDirectory(dataDir, seeds.embedded)
  const url = await makeDatabase(seeds.server, `gh_${randomBytes(6).toString('hex')}`)
  return overUrl(url, seeds.postgresql, dataDir)
}

const common = { AUTH_SECRET: secret, SMTP_URL: '', MAIL_FROM: '', DATABASE_URL: '' }

async function embedded(): Promise<Installation> {
  const { home, embedded: seed } = inject('seeds')
  const dataDir = mkdtempSync(join(home, 'copy-'))
  cpSync(join(home, 'embedded'), dataDir, { recursive: true })
  return inDirectory(dataDir, seed)
}

export const inDirectory = (dataDir: string, seed: Seed): Installation =>
  installed('embedded', seed, { ...common, DATA_DIR: dataDir }, dataDir, async (work) => {
    const database = new PGlite({
      dataDir: join(dataDir, 'database'),
      extensions: { pg_trgm, btree_gin },
    })
    try {
      return await work(async (sql, values) =>
        values
          ? (await database.query<Row>(sql, values)).rows
          : ((await database.exec(sql)).at(-1)?.rows as Row[]),
      )
    } finally {
      await database.close()
    }
  })

async function postgresql(): Promise<Installation> {
  const { home, server, postgresql: seed } = inject('seeds')
  const url = await makeDatabase(server, `gh_${randomBytes(6).toString('hex')}`, 'seeded')
  return overUrl(url, seed, mkdtempSync(join(home, 'none-')))
}

/** The program on any PostgreSQL that holds the seed. */
export const overUrl = (url: string, seed: Seed, dataDir: string): Installation =>
  installed('postgresql', seed, { ...common, DATABASE_URL: url }, dataDir, (work) =>
    withClient(url, (client) =>
      work(async (sql, values) => (await client.query(sql, values)).rows),
    ),
  )

function installed(
  engine: EngineName,
  seed: Seed,
  env: Record<string, string>,
  dataDir: string,
  look: Installation['look'],
): Installation {
  const start = async (more: Record<string, string> = {}) => {
    const port = await freePort()
    const server = await startGatehouse({
      port,
      dataDir,
      env: { ...env, ...more },
      patience: 120_000,
    })
    // This process alone, whatever the address that several share.
    const url = `http://localhost:${port}`
    return { ...server, url, kill: () => server.stop('SIGKILL').then(() => {}) }
  }
  return { engine, seed, env, dataDir, start, look }
}

export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  return work(client).finally(() => client.end())
}

/** A new database on that server, its address. */
export async function makeDatabase(
  server: string,
  name: string,
  template?: string,
): Promise<string> {
  await withClient(server, (client) =>
    client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`),
  )
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** Runs one of our commands to its end; what it printed. */
export async function program(file: string, args: string[], env: Record<string, string>) {
  const child = await promisify(execFile)(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  })
  return child.stdout
}

// biome-ignore lint/suspicious/noExplicitAny: what a client reads off the wire
export type Answer = { status: number; headers: Headers; body: any }

/** The API as a program with this key sees it. Rejects when no whole answer came. */
export const client =
  (server: { url: string }, key: string) =>
  async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text ? JSON.parse(text) : null,
    }
  }
