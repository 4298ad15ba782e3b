import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { at } from '../../listener/setup/paths.js'
import { startPostgres } from '../postgres'
import { client, type Installation, installation, overUrl, type Running } from './installation'

const { bin, home, postgresql: seed } = inject('seeds')

/** The commands are those of the page, so that the page is right. */
const documented = (pattern: RegExp) =>
  pattern.exec(readFileSync(at('docs/operations.md'), 'utf8'))?.[1] ?? ''

/** What only this installation knows, written before the backup. */
async function leaveMark(server: Running, place: Installation) {
  const owner = client(server, place.seed.owner.api_key)
  const email = `kept.${place.engine}@halden.example`
  const sent = await owner('POST', '/api/v2/organization_invitations/', { email })
  expect(sent.status).toBe(200)
  return { email, token: new URL(sent.body.result.link).searchParams.get('invitation') }
}

/** The restored one serves: keys, sign-in, tenancy, changes with their events, and links that were out. */
async function serves(place: Installation, mark: Awaited<ReturnType<typeof leaveMark>>) {
  const server = await place.start()
  try {
    const owner = client(server, place.seed.owner.api_key)
    const stranger = client(server, place.seed.stranger.api_key)
    const list = await owner('GET', '/api/v2/organization_collaborators/?name=an&count=50')
    expect(list.status).toBe(200)
    const people = await owner('GET', '/api/v2/organization_collaborators/')
    expect(people.body.results).toHaveLength(3)
    const invitations = await owner('GET', `/api/v2/organization_invitations/?email=${mark.email}`)
    expect(invitations.body.results).toHaveLength(1)
    // A stranger sees none of it, and may touch none of it.
    const theirs = await stranger('GET', '/api/v2/organization_collaborators/')
    expect(theirs.body.results).toHaveLength(1)
    const id = people.body.results.find(
      (row: { email: string }) => row.email === place.seed.collaborator.email,
    ).id
    const path = `/api/v2/organization_collaborators/${id}`
    expect((await stranger('DELETE', path)).status).toBe(404)
    expect((await owner('PUT', path, { permission_level: 'owner' })).status).toBe(200)
    const made = await owner('POST', '/api/v2/users/admin_batch_create', [
      {
        name: 'After',
        lastname: 'Restore',
        email: `after.${place.engine}@halden.example`,
        password: 'velvet harbour quiet ladder',
      },
    ])
    expect(made.status).toBe(200) // a function that runs as its owner
    const page = await fetch(`${server.url}/register?invitation=${mark.token}`)
    expect(await page.text()).toContain(mark.email)
  } finally {
    expect(await server.stop()).toBe(0)
  }
}

/** Roles, grants, policies, functions with their owners' rights: what row-level security rests on. */
const SECURITY = `
  SELECT 'policy ' || polrelid::regclass || ' ' || polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') AS line FROM pg_policy
  UNION ALL SELECT 'secured ' || relname FROM pg_class WHERE relrowsecurity
  UNION ALL SELECT 'grant ' || relname || ' ' || relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relacl IS NOT NULL
  UNION ALL SELECT 'column ' || attrelid::regclass || ' ' || attname || ' ' || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
  UNION ALL SELECT 'function ' || p.oid::regprocedure || ' ' || prosecdef || ' ' || coalesce(proacl::text, '') || ' ' || pg_get_userbyid(proowner)
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef
  UNION ALL SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1`
const security = (place: Installation) =>
  place.look(async (ask) => (await ask(SECURITY)).map(({ line }) => line))

test('embedded: stopped, copied, put back', async () => {
  const place = await installation('embedded')
  const server = await place.start()
  const mark = await leaveMark(server, place)
  await server.stop()
  const backup = mkdtempSync(join(home, 'backup-'))
  cpSync(place.dataDir, backup, { recursive: true })
  const restored: Installation = { ...(await installation('embedded')) }
  cpSync(backup, restored.dataDir, { recursive: true, force: true })
  expect(await security(restored)).toEqual(await security(place))
  await serves(restored, mark)
})

test.skipIf(!existsSync(join(bin, 'pg_dump')))(
  'PostgreSQL: pg_dump, and pg_restore into a new cluster by a user who is no superuser',
  async () => {
    const place = await installation('postgresql')
    const server = await place.start()
    const mark = await leaveMark(server, place)
    const folder = mkdtempSync(join(home, 'dump-'))
    const shell = (command: string, DATABASE_URL: string) =>
      execFileSync('sh', ['-ec', command], {
        cwd: folder,
        stdio: 'pipe',
        env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, DATABASE_URL },
      })
    shell(documented(/`(pg_dump [^`]+)`/), place.env.DATABASE_URL as string)
    await server.stop()

    const cluster = await startPostgres({ durable: true })
    try {
      writeFileSync(join(folder, 'roles.sql'), documented(/```sql\n([^`]+)```/))
      shell(`psql -v ON_ERROR_STOP=1 -f roles.sql "$DATABASE_URL"`, cluster.url)
      const made = Object.assign(new URL(cluster.url), {
        username: 'gatehouse',
        pathname: '/gatehouse',
      })
      shell(documented(/`(pg_restore [^`]+)`/), made.href)
      const restored = overUrl(made.href, seed, mkdtempSync(join(home, 'restored-')))
      const owners = (lines: unknown[]) =>
        lines.map((line) => String(line).replace(/\b(postgres|gatehouse)\b/g, 'owner'))
      expect(owners(await security(restored))).toEqual(owners(await security(place)))
      await serves(restored, mark)
    } finally {
      await cluster.stop()
    }
  },
)
