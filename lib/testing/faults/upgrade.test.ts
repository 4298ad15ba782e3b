import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { at } from '../../listener/setup/paths.js'
import {
  type Ask,
  client,
  emptyInstallation,
  engines,
  type Installation,
  installation,
  withClient,
} from './installation'

const { postgresql: seed } = inject('seeds')
const migrations = readdirSync(at('prisma/migrations'))
  .filter((name) => /^\d/.test(name))
  .sort()
const sqlOf = (name: string) => readFileSync(at('prisma/migrations', name, 'migration.sql'), 'utf8')

/** A database as the first release left it, with an organization of three in it. */
async function oldDatabase(place: Installation) {
  const [key] = await (await installation('postgresql')).look((ask) =>
    ask(
      `SELECT public_id, secret_hash, last_six FROM api_key k JOIN membership m ON m.id = k.membership_id WHERE m.email = $1`,
      [seed.owner.email],
    ),
  )
  const first = migrations[0] as string
  await place.look(async (ask) => {
    for (const statement of [
      sqlOf(first),
      `CREATE TABLE _prisma_migrations (
        id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
        logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
      `INSERT INTO organization (id, name) VALUES ('org_old', 'Halden Before')`,
      `INSERT INTO person (id, email, email_proven_at, name) SELECT 'per_' || n, n || '@halden.example', now(), 'Person ' || n FROM generate_series(1, 3) n`,
      `INSERT INTO membership (organization_id, id, user_id, person_id, email, name, role, source, searchable, sort_key)
       SELECT 'org_old', 'ide_' || n, 'usr_' || n, 'per_' || n, n || '@halden.example', 'Person ' || n,
         CASE n WHEN 1 THEN 'owner' ELSE 'collaborator' END, 'founder', 'person ' || n || ' ' || n || '@halden.example', 'person ' || n
       FROM generate_series(1, 3) n`,
      `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
       VALUES ('org_old', 'key_1', 'ide_1', 'old', '${key?.public_id}', '${key?.secret_hash}', '${key?.last_six}', now() + interval '1 day')`,
      `INSERT INTO invitation (organization_id, id, email, role, token_hash, invited_by_id, expires_at, delivery)
       VALUES ('org_old', 'orginv_1', 'new@halden.example', 'collaborator', 'hash', 'ide_1', now() + interval '1 day', 'link')`,
      `INSERT INTO audit_event (organization_id, id, event, actor, subject, subject_id)
       VALUES ('org_old', 'evt_1', 'organization.created', '{"kind":"member","id":"ide_1","name":"Person 1"}', '{"kind":"organization","id":"org_old","label":"Halden Before"}', 'org_old')`,
      `INSERT INTO session (organization_id, id, person_id, membership_id, expires_at) VALUES ('org_old', 'ses_1', 'per_1', 'ide_1', now() + interval '1 day')`,
    ]) {
      await ask(statement)
    }
    const checksum = createHash('sha256').update(sqlOf(first)).digest('hex')
    await ask(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (gen_random_uuid(), $1, now(), $2, 1)`,
      [checksum, first],
    )
  })
}

const journal = (ask: Ask) => ask('SELECT migration_name FROM _prisma_migrations ORDER BY 1')

/** Everything that migrations make, as text. */
const SCHEMA = `
  SELECT 'column ' || attrelid::regclass || ' ' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
    || coalesce(pg_get_expr(adbin, adrelid), '') || ' ' || coalesce(attacl::text, '') AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid AND relnamespace = 'public'::regnamespace AND relkind = 'r'
    LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum WHERE attnum > 0 AND NOT attisdropped
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'policy ' || polrelid::regclass || ' ' || polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') FROM pg_policy
  UNION ALL SELECT 'grant ' || relname || ' ' || relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relacl IS NOT NULL
  UNION ALL SELECT 'function ' || p.oid::regprocedure || ' ' || md5(prosrc) || prosecdef || coalesce(proacl::text, '') FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal`
const schema = (place: Installation) =>
  place.look(async (ask) => (await ask(SCHEMA)).map(({ line }) => String(line)).sort())

async function upgraded(place: Installation) {
  expect((await place.look(journal)).map((row) => row.migration_name)).toEqual(migrations)
  expect(await schema(place)).toEqual(await schema(await installation(place.engine)))
}

async function servesOldData(server: { url: string }) {
  const owner = client(server, seed.owner.api_key)
  const people = await owner('GET', '/api/v2/organization_collaborators/')
  expect(people.body.results.map(({ name }: { name: string }) => name).sort()).toEqual([
    'Person 1',
    'Person 2',
    'Person 3',
  ])
  expect((await owner('GET', '/api/v2/organization_invitations/')).body.results).toHaveLength(1)
  expect((await owner('GET', '/api/gatehouse/v1/organization')).body.result).toMatchObject({
    name: 'Halden Before',
    people: 3,
  })
}

test.each(engines)(
  '%s: from the first release, with data in place: the schema of a new one, and the data serve',
  async (engine) => {
    const place = await emptyInstallation(engine)
    await oldDatabase(place)
    const server = await place.start()
    await servesOldData(server)
    expect(await server.stop()).toBe(0)
    await upgraded(place)
  },
)

test('two processes start at once on an old database: one migrates, both serve', async () => {
  const place = await emptyInstallation('postgresql')
  await oldDatabase(place)
  const servers = await Promise.all([place.start(), place.start()])
  for (const server of servers) await servesOldData(server)
  await Promise.all(servers.map(({ stop }) => stop()))
  await upgraded(place)
})

test('PostgreSQL: killed while it migrates: nothing of it is there, the next start does it', async () => {
  const place = await emptyInstallation('postgresql')
  await oldDatabase(place)
  await withClient(place.env.DATABASE_URL as string, async (other) => {
    await other.query('BEGIN; LOCK TABLE membership IN EXCLUSIVE MODE')
    const child = launch(place)
    // From beside: within a transaction the view stands still.
    const waiting = () =>
      place.look(async (ask) => {
        const [row] = await ask(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        return row?.n
      })
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1)
    child.kill('SIGKILL')
    await other.query('ROLLBACK')
  })
  // The server notices by itself that nobody is there any more.
  const applied = async () => (await place.look(journal)).length
  expect(await applied()).toBeLessThan(migrations.length)
  const server = await place.start()
  await servesOldData(server)
  expect(await server.stop()).toBe(0)
  await upgraded(place)
})

test('embedded: killed at several moments of the first start: the next one does it', async () => {
  const place = await emptyInstallation('embedded')
  await oldDatabase(place)
  for (const ms of [100, 500]) {
    const child = launch(place)
    await child.said(/Program +loaded/)
    await wait(ms)
    child.kill('SIGKILL')
    await child.ended
  }
  const server = await place.start()
  await servesOldData(server)
  expect(await server.stop()).toBe(0)
  await upgraded(place)
})

/** A process that is not waited for. */
function launch(place: Installation) {
  const child = spawn(process.execPath, [at('lib/listener/start.js'), '--prepared'], {
    cwd: at(),
    env: {
      ...process.env,
      ...place.env,
      DATA_DIR: place.dataDir,
      PORT: String(40_000 + Math.floor(Math.random() * 9_000)),
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  const waiting: { pattern: RegExp; done: () => void }[] = []
  child.stdout.on('data', (chunk) => {
    text += chunk
    for (const { pattern, done } of waiting) if (pattern.test(text)) done()
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const said = (pattern: RegExp) =>
    Promise.race([ended, new Promise<void>((done) => waiting.push({ pattern, done }))])
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended, said }
}
