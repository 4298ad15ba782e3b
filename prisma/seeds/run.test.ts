import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { parseApiKey } from '@/lib/domain/api-key'
import { hashToken } from '@/lib/domain/tokens'
import { verifyPassword } from '@/lib/platform/crypto/password-hash'
import type { Account, SignIn } from './scenario'

const PATIENCE = 60_000 // ms
const server = process.env.TEST_DATABASE_URL
const homes: string[] = []
const databases: string[] = []
afterAll(async () => {
  for (const home of homes) rmSync(home, { recursive: true, force: true })
  for (const name of databases) await onServer(`DROP DATABASE IF EXISTS ${name}`)
})

/** An empty database of its own, the command on it, and a look into it. */
async function place() {
  const home = mkdtempSync(join(tmpdir(), 'gatehouse-seed-'))
  homes.push(home)
  const url = server && (await makeDatabase(server, `gh_seed_${home.slice(-6).toLowerCase()}`))
  const env = { ...process.env, DATA_DIR: home, DATABASE_URL: url ?? '', LOG_LEVEL: 'info' }
  return {
    home,
    seed: (...args: string[]) => seed(args, env),
    look: <Row>(sql: string) => look<Row>(sql, home, url),
  }
}

async function makeDatabase(url: string, name: string) {
  await onServer(`DROP DATABASE IF EXISTS ${name}`)
  await onServer(`CREATE DATABASE ${name}`)
  databases.push(name)
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

async function onServer(sql: string) {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(sql)
  await client.end()
}

type Ended = { status: number | null; stdout: string; stderr: string }
const program = ['--conditions=react-server', '--import', 'tsx', 'prisma/seeds/run.ts']

const seed = (args: string[], env: NodeJS.ProcessEnv) =>
  new Promise<Ended>((done, fail) => {
    const child = spawn(process.execPath, [...program, ...args], { env, stdio: 'pipe' })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (said.stdout += chunk))
    child.stderr.on('data', (chunk) => (said.stderr += chunk))
    child.once('error', fail).once('close', (status) => done({ status, ...said }))
  })

async function look<Row>(sql: string, home: string, url?: string): Promise<Row[]> {
  if (url) {
    const client = new pg.Client(url)
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }
  const dataDir = join(home, 'database')
  const database = await PGlite.create({ dataDir, extensions: { pg_trgm, btree_gin } })
  const { rows } = await database.query<Row>(sql)
  await database.close()
  return rows
}

const accountsOf = ({ owner, second_owner, collaborator, stranger }: SignIn) =>
  [owner, second_owner, collaborator, stranger] as Account[]

test.each(['basic', 'demo'])(
  '%s --json prints one object, and what it says is true',
  async (scenario) => {
    const { home, seed, look } = await place()
    const { status, stdout, stderr } = await seed(scenario, '--json')
    expect(status).toBe(0)
    expect(stderr).toMatch(/^( {2}Written in \d+ s\.\n)?$/)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    const said = JSON.parse(stdout) as SignIn
    const accounts = accountsOf(said)
    expect(Object.keys(said)).toHaveLength(5)
    expect(existsSync(join(home, 'lock'))).toBe(false)

    type Found = { email: string; role: string; password_hash: string; organization_id: string }
    const found = await look<Found & { public_id: string; secret_hash: string; live: boolean }>(
      `SELECT m.email, m.role, m.organization_id, p.password_hash, k.public_id, k.secret_hash,
         k.expires_at > now() AND k.revoked_at IS NULL AND m.ended_at IS NULL AS live
       FROM api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
       JOIN person p ON p.id = m.person_id`,
    )
    const seats = accounts.map(async ({ email, password, api_key }) => {
      const row = found.find(({ public_id }) => public_id === parseApiKey(api_key)?.publicId)
      expect(row).toMatchObject({ email, secret_hash: await hashToken(api_key), live: true })
      expect(await verifyPassword(password, row?.password_hash ?? null)).toBe(true)
      return `${row?.role} ${row?.organization_id === said.organization_id ? 'here' : 'elsewhere'}`
    })
    expect(await Promise.all(seats)).toEqual([
      'owner here',
      'owner here',
      'collaborator here',
      'owner elsewhere',
    ])

    const counters = await look(`SELECT c.people, c.owners,
        (SELECT count(*)::int FROM membership m WHERE m.organization_id = c.organization_id AND m.ended_at IS NULL AND m.kind = 'person') AS open,
        (SELECT count(*)::int FROM membership m WHERE m.organization_id = c.organization_id AND m.ended_at IS NULL
          AND m.role = 'owner') AS open_owners
      FROM organization_counter c ORDER BY c.people DESC`)
    const [large, small] =
      scenario === 'demo'
        ? [
            [120, 6],
            [8, 2],
          ]
        : [
            [3, 2],
            [1, 1],
          ]
    const row = ([people, owners]: number[]) => ({
      people,
      owners,
      open: people,
      open_owners: owners,
    })
    expect(counters).toEqual([row(large), row(small)])

    const programs =
      await look(`SELECT count(*)::int AS accounts, count(DISTINCT s.created_by_id)::int AS makers,
        (SELECT count(*)::int FROM api_key_use u JOIN api_key k ON k.organization_id = u.organization_id AND k.id = u.key_id
          JOIN membership h ON h.organization_id = k.organization_id AND h.id = k.membership_id AND h.kind = 'service_account') > 0 AS used
      FROM membership m JOIN service_account s ON s.organization_id = m.organization_id AND s.id = m.id
      WHERE m.kind = 'service_account'`)
    expect(programs).toEqual([
      scenario === 'demo'
        ? { accounts: 14, makers: 6, used: true }
        : { accounts: 0, makers: 0, used: false },
    ])

    const again = await seed(scenario, '--json')
    expect([again.status, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toContain('This database holds Halden Robotics already.')
    expect(await look('SELECT id FROM organization')).toHaveLength(2)
  },
  PATIENCE,
)

// What the command says is the same whatever it writes to.
if (!server) {
  test('without --json it prints a table of who can sign in', { timeout: PATIENCE }, async () => {
    const { seed } = await place()
    const { status, stdout } = await seed('basic')
    expect(status).toBe(0)
    expect(stdout).toMatch(/Second owner +siobhan\.odonnell@halden\.example +(\w{4}-){3}\w{4}\n/)
    expect(stdout.match(/agh_pat_/g)).toHaveLength(4)
  })

  test('an unknown scenario lists the known ones', { timeout: PATIENCE }, async () => {
    const { home, seed } = await place()
    for (const args of [['huge'], [], ['basic', '--jsn']]) {
      const { status, stdout, stderr } = await seed(...args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Scenarios: basic, demo, large.')
    }
    expect(existsSync(join(home, 'database'))).toBe(false)
  })
}
