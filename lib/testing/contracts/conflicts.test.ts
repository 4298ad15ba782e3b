import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UseCase } from '@/lib/kernel/define'
import { allowLogin } from '@/lib/modules/api-keys/commands/allow-login'
import { createLoginCode } from '@/lib/modules/api-keys/commands/create-login-code'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { requestDeletion } from '@/lib/modules/organizations/commands/request-deletion'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { visitor } from '../accounts'
import { as, makeOrganization, type TestMember } from '../people'
import { makeAccount, makeAccountKey } from '../service-accounts'
import { inputsFor } from './inputs'
import { idsOf } from './rows'
import { useCases } from './use-cases'

// A conflict that comes at the very commit, as PostgreSQL may send one. A sequence counts: it is never rolled back.
const FAULT = `
  CREATE SEQUENCE conflicts_left;
  CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE number bigint := nextval('conflicts_left');
  BEGIN
    IF number <= 1000 THEN
      RAISE EXCEPTION 'made up' USING ERRCODE = CASE WHEN number % 2 = 0 THEN '40001' ELSE '40P01' END;
    END IF;
    RETURN NULL;
  END $$;
  SELECT setval('conflicts_left', 1000);
  CREATE CONSTRAINT TRIGGER conflict AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION conflict();`

const raw = async (sql: string) => (await engine()).raw.script(sql)
/** The next `times` transactions that write an event conflict. */
const conflicts = (times: number) => raw(`SELECT setval('conflicts_left', ${1000 - times})`)

beforeAll(async () => {
  await makeOrganization() // the database is there
  await raw(FAULT)
})
afterAll(() =>
  raw('DROP TRIGGER conflict ON audit_event; DROP FUNCTION conflict; DROP SEQUENCE conflicts_left'),
)

const commands = useCases.filter(
  ({ use }) => use.kind === 'command' && use.scope === 'organization',
)

/** An organization in which that command has something to do, and the command done in it. */
async function prepared(name: string) {
  const organization = await makeOrganization()
  const { owner, collaborator } = organization
  const ids = await idsOf(organization)
  if (name === 'organization.stop_deletion') {
    await as(owner).run(requestDeletion, { name: organization.name })
  }
  if (name === 'member.restore') await as(owner).run(suspendMember, { memberId: collaborator.id })
  // What is one's own is undone by oneself.
  const who = ['member.leave', 'api_key.revoke'].includes(name) ? collaborator : owner
  const { by = who, input = inputsFor(organization, ids)[name] } = await forOnce(name, owner)
  return { id: organization.id, run: (use: UseCase) => as(by).run(use, input as never) }
}

/** What is asked once alone, or by a program, is made for it. */
async function forOnce(
  name: string,
  owner: TestMember,
): Promise<{ by?: Parameters<typeof as>[0]; input?: object }> {
  if (name === 'token.issue' || name === 'token.revoke') {
    const account = await makeAccount(owner)
    const client = { clientId: account.id, tokenId: 'tok_unknown', hash: 'a'.repeat(64) }
    return { by: await makeAccountKey(account), input: client }
  }
  if (!name.includes('login')) return {}
  const { code, pageCode } = await as(visitor()).run(createLoginCode, { client: 'CLI/0.26.112' })
  if (name !== 'api_key.collect_login') return { input: { code: pageCode } }
  await as(owner).run(allowLogin, { code: pageCode })
  return { input: { code } }
}

/** How much of everything an organization holds. */
const sizes = (organizationId: string) =>
  inSystem(async (db) => {
    const where = { organizationId }
    const counter = await db.organizationCounter.findFirst({ where })
    const { version } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
    const versions = await db.membership.aggregate({ where, _sum: { version: true } })
    const events = await db.auditEvent.groupBy({
      by: ['event'],
      where,
      _count: true,
      orderBy: { event: 'asc' },
    })
    return {
      version,
      versions: versions._sum.version,
      people: counter?.people,
      owners: counter?.owners,
      members: await db.membership.count({ where: { ...where, endedAt: null } }),
      invitations: await db.invitation.count({ where: { ...where, revokedAt: null } }),
      sessions: await db.session.count({ where: { ...where, endedAt: null } }),
      keys: await db.apiKey.count({ where: { ...where, revokedAt: null } }),
      tokens: await db.accessToken.count({ where }),
      limits: await db.membership.count({ where: { ...where, limits: { isEmpty: false } } }),
      clouds: await db.cloud.count({ where }),
      projects: await db.project.count({ where }),
      bindings: await db.roleBinding.count({ where }),
      workloads: await db.workload.count({ where }),
      operations: await db.operationItem.count({ where }),
      mails: await db.outbox.count({ where }),
      events: events.map(({ event, _count }) => `${event} ${_count}`),
    }
  })

describe('a conflict at the commit, twice', () => {
  test.each(commands.map(({ use }) => [use.name, use] as const))(
    '%s: done once, and nobody hears of it',
    async (name, use) => {
      const [plain, troubled] = [await prepared(name), await prepared(name)]
      await plain.run(use)
      await conflicts(2)
      await troubled.run(use).finally(() => conflicts(0))
      expect(await sizes(troubled.id)).toEqual(await sizes(plain.id))
    },
  )
})

test('a conflict that does not end: unavailable with a sentence, and nothing was changed', async () => {
  const some = [
    'api_key.create',
    'invitation.send',
    'member.change_role',
    'member.create',
    'member.remove_many',
    'organization.rename',
  ]
  for (const { use } of commands.filter(({ use: { name } }) => some.includes(name))) {
    const { id, run } = await prepared(use.name)
    const before = await sizes(id)
    await conflicts(500)
    const outcome = await run(use)
      .catch((error) => error)
      .finally(() => conflicts(0))
    expect(outcome, use.name).toMatchObject({ code: 'unavailable' })
    expect(outcome.message).toMatch(/^Others are changing the same .* Nothing was changed/)
    expect(await sizes(id), use.name).toEqual(before)
  }
})

test.each(['40001', '40P01'])(
  'a conflict %s of one statement, raw or not, is repeated',
  async (code) => {
    const conflict = `DO $$ BEGIN IF nextval('conflicts_left') <= 1000 THEN RAISE EXCEPTION 'made up' USING ERRCODE = '${code}'; END IF; END $$`
    await raw('GRANT USAGE ON SEQUENCE conflicts_left TO console_system')
    await conflicts(2)
    let tries = 0
    const found = await inSystem(async (db) => {
      tries += 1
      await (
        db as unknown as { $executeRawUnsafe(sql: string): Promise<unknown> }
      ).$executeRawUnsafe(conflict)
      return tries
    })
    expect(found).toBe(3)
  },
)
