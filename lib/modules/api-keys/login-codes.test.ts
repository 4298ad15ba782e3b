import { beforeEach, describe, expect, test } from 'vitest'
import { pageCodeOf } from '@/lib/domain/login-code'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { sweepOnce } from '@/lib/platform/sweeper'
import { visitor } from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { collectKey } from '@/lib/transport/collect-login'
import { removeMember } from '../members/commands/remove-member'
import { suspendMember } from '../members/commands/suspend-member'
import { allowLogin } from './commands/allow-login'
import { collectLogin } from './commands/collect-login'
import { createLoginCode } from './commands/create-login-code'
import { pollLoginCode } from './commands/poll-login-code'
import { refuseLogin } from './commands/refuse-login'
import { revokeApiKey } from './commands/revoke-api-key'
import { isSameAddress } from './login-code-rules'
import { readLoginCode } from './queries/read-login-code'

const DAY = 86_400
let organization: TestOrganization
let program: ReturnType<typeof visitor>

beforeEach(async () => {
  organization = await makeOrganization()
  program = visitor()
})

const begin = (seconds?: number) =>
  as(program).run(createLoginCode, {
    client: 'CLI/0.26.112 x',
    ...(seconds !== undefined && { seconds }),
  })

/** What the API does for a program that waits. */
async function collect(code: string) {
  const found = await as(program).run(pollLoginCode, { code })
  return found.state === 'allowed' ? collectKey(code, found, program.caller.origin) : null
}

const rowsOfKeys = (member: TestMember) =>
  inSystem((db) =>
    db.apiKey.findMany({ where: { membershipId: member.id }, orderBy: { createdAt: 'asc' } }),
  )
const ofProgram = () => ({ address: program.caller.origin.address })
const everyCode = () => inSystem((db) => db.loginCode.findMany({ where: ofProgram() }))
const daysOf = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date | null }) =>
  expiresAt && (expiresAt.getTime() - createdAt.getTime()) / DAY / 1_000

describe('a login that is allowed', () => {
  test('gives one key, made when the program asks, and no secret waits before or after', async () => {
    const { collaborator, id } = organization
    const { code, pageCode } = await begin()
    expect(await collect(code)).toBeNull()
    await as(collaborator).run(allowLogin, { code: pageCode })
    expect(await rowsOfKeys(collaborator)).toEqual([])
    const key = await collect(code)
    expect(key).toMatch(/^agh_pat_[0-9A-Za-z]{50}$/)
    const [row, ...others] = await rowsOfKeys(collaborator)
    expect(others).toEqual([])
    expect(row).toMatchObject({ source: 'login', madeById: collaborator.id, ceiling: null })
    expect(row?.name).toBe(`login ${key?.slice(-6)}`)
    expect(row && daysOf(row)).toBe(7)
    const text = JSON.stringify([await everyCode(), await eventsOf(id), row], (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    for (const secret of [code, pageCode, key ?? '']) expect(text).not.toContain(secret)
    expect((await eventsOf(id)).map(({ event }) => event)).toEqual([
      'api_key.login_allowed',
      'api_key.created',
    ])
    const [, made] = await eventsOf(id)
    expect(made).toMatchObject({
      actorId: collaborator.id,
      address: program.caller.origin.address,
      after: { source: 'login', client: 'CLI/0.26.112 x', owner: collaborator.email },
    })
  })

  test('gives none once the session that allowed it has ended, be it after it was looked up', async () => {
    const { collaborator } = organization
    const { code } = await begin()
    await as(collaborator).run(allowLogin, { code })
    const set = (endedAt: Date | null) =>
      inSystem((db) =>
        db.session.updateMany({ where: { id: collaborator.caller.sessionId }, data: { endedAt } }),
      )
    await set(new Date())
    await expect(as(collaborator).run(collectLogin, { code })).toBeProblem('not_found')
    await set(null)
    expect((await as(collaborator).run(collectLogin, { code })).key).toMatch(/^agh_pat_/)
  })

  test('is used up by the first answer; of two at once one gets the key', async () => {
    const { collaborator } = organization
    const { code } = await begin()
    await as(collaborator).run(allowLogin, { code })
    const found = await as(program).run(pollLoginCode, { code })
    if (found.state !== 'allowed') throw new Error(found.state)
    const both = await Promise.all(
      [1, 2, 3].map(() => collectKey(code, found, program.caller.origin)),
    )
    expect(both.filter((key) => key !== null)).toHaveLength(1)
    expect(await collect(code)).toBeNull()
    expect(await collectKey(code, found, program.caller.origin)).toBeNull()
    expect(await rowsOfKeys(collaborator)).toHaveLength(1)
  })

  test.each([
    [0, 30, 0],
    [90 * DAY, 30, 90 * DAY],
    [2 * DAY, 2, null],
  ])('asked for %d s it lives %d days', async (seconds, days, asked) => {
    const { collaborator } = organization
    const { code } = await begin(seconds)
    const page = await as(collaborator).run(readLoginCode, { code })
    expect(page).toMatchObject({ askedSeconds: seconds, seconds: days * DAY })
    await as(collaborator).run(allowLogin, { code })
    await collect(code)
    const [row] = await rowsOfKeys(collaborator)
    expect(row && daysOf(row)).toBe(days)
    expect(row?.askedSeconds).toBe(asked === null ? null : BigInt(asked))
  })

  test('read only, the key has that ceiling; a key hands on its own', async () => {
    const { collaborator } = organization
    const first = await begin()
    await as(collaborator).run(allowLogin, { code: first.code, readOnly: true })
    await collect(first.code)
    const key = await makeKey(collaborator)
    const ceiling = { permissions: ['api_key.create_own', 'cloud.list'] }
    await inSystem((db) => db.apiKey.updateMany({ where: { id: key.id }, data: { ceiling } }))
    const second = await begin()
    await as({ caller: { ...key.caller, ceiling } }).run(allowLogin, { code: second.code })
    await collect(second.code)
    const made = (await rowsOfKeys(collaborator)).filter(({ source }) => source === 'login')
    expect(made.map(({ ceiling }) => ceiling)).toEqual([{ readOnly: true }, ceiling])
  })
})

describe('what was allowed is decided again when the program asks', () => {
  const end = (member: TestMember, data: object) =>
    inSystem((db) => db.session.updateMany({ where: { membershipId: member.id }, data }))
  const policy = (data: object) =>
    inSystem(async (db) => {
      const organizationId = organization.id
      await db.organizationPolicy.upsert({
        where: { organizationId },
        create: { organizationId, ...data },
        update: data,
      })
    })

  test.each<[string, (member: TestMember) => Promise<unknown>]>([
    ['removed', ({ id }) => as(organization.owner).run(removeMember, { memberId: id })],
    ['suspended', ({ id }) => as(organization.owner).run(suspendMember, { memberId: id })],
    ['signed out', (member) => end(member, { endedAt: new Date(), endedBecause: 'signed_out' })],
    [
      'asked for a second factor',
      () =>
        policy({
          secondFactorRequired: true,
          secondFactorSince: new Date(0),
          secondFactorGraceDays: 0,
        }),
    ],
  ])('%s: no key', async (_, happen) => {
    const { collaborator } = organization
    const { code } = await begin()
    await as(collaborator).run(allowLogin, { code })
    await happen(collaborator)
    expect(await collect(code)).toBeNull()
    expect(await rowsOfKeys(collaborator)).toEqual([])
  })

  test('a shorter life since counts, a longer one does not', async () => {
    const { collaborator } = organization
    await policy({ personKeyDays: 5 })
    const [first, second] = [await begin(20 * DAY), await begin(20 * DAY)]
    await as(collaborator).run(allowLogin, { code: first.code })
    await as(collaborator).run(allowLogin, { code: second.code })
    await policy({ personKeyDays: 30 })
    await collect(first.code)
    await policy({ personKeyDays: 1 })
    await collect(second.code)
    expect((await rowsOfKeys(collaborator)).map(daysOf)).toEqual([5, 1])
  })

  test('the key that allowed it was revoked: no key', async () => {
    const { collaborator } = organization
    const key = await makeKey(collaborator)
    const { code } = await begin()
    await as(key).run(allowLogin, { code })
    await as(collaborator).run(revokeApiKey, { keyId: key.id })
    expect(await collect(code)).toBeNull()
  })

  test('ten minutes over: no key, and nothing to allow', async () => {
    const { collaborator } = organization
    const [late, later] = [await begin(), await begin()]
    await as(collaborator).run(allowLogin, { code: late.code })
    const past = new Date(Date.now() - 1)
    await inSystem((db) =>
      db.loginCode.updateMany({ where: ofProgram(), data: { expiresAt: past } }),
    )
    expect(await collect(late.code)).toBeNull()
    await expect(as(collaborator).run(allowLogin, { code: later.code })).toBeProblem('conflict')
    expect(await as(collaborator).run(readLoginCode, { code: later.code })).toMatchObject({
      state: 'expired',
    })
  })
})

describe('one answer', () => {
  test('of two people at once, in one organization or two, one allows', async () => {
    const { owner, collaborator, stranger } = organization
    for (const other of [owner, stranger]) {
      const { code } = await begin()
      const answers = await Promise.allSettled(
        [collaborator, other].map((who) => as(who).run(allowLogin, { code })),
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await collect(code)
      const made = [...(await rowsOfKeys(collaborator)), ...(await rowsOfKeys(other))]
      expect(made.filter(({ source }) => source === 'login')).toHaveLength(1)
      const membershipId = { in: [collaborator.id, other.id] }
      await inSystem((db) => db.apiKey.deleteMany({ where: { membershipId } }))
    }
  })

  test('what is answered in one organization is not known in another', async () => {
    const { collaborator, stranger } = organization
    const { code } = await begin()
    await as(collaborator).run(allowLogin, { code })
    expect(await as(stranger).run(readLoginCode, { code })).toMatchObject({ state: 'unknown' })
    await expect(as(stranger).run(allowLogin, { code })).toBeProblem('not_found')
    await expect(as(stranger).run(refuseLogin, { code })).toBeProblem('not_found')
    expect(await collect(code)).toMatch(/^agh_pat_/)
  })

  test('refused, the program is told; allowed before, it can be taken back until the key is there', async () => {
    const { collaborator, owner, id } = organization
    const [first, second, third] = [await begin(), await begin(), await begin()]
    await as(collaborator).run(refuseLogin, { code: first.code })
    await as(collaborator).run(allowLogin, { code: second.code })
    await as(owner).run(refuseLogin, { code: second.code })
    for (const { code } of [first, second]) {
      expect(await as(program).run(pollLoginCode, { code })).toEqual({ state: 'refused' })
      await expect(as(owner).run(allowLogin, { code })).toBeProblem('conflict')
    }
    await as(collaborator).run(allowLogin, { code: third.code })
    await collect(third.code)
    await expect(as(collaborator).run(refuseLogin, { code: third.code })).toBeProblem('conflict')
    expect(await as(owner).run(readLoginCode, { code: third.code })).toMatchObject({
      state: 'used',
    })
    expect(
      (await eventsOf(id)).filter(({ event }) => event === 'api_key.login_refused'),
    ).toHaveLength(2)
  })

  test('a service account allows none, and neither does a sign-in of long ago', async () => {
    const { collaborator, id } = organization
    const account = await makeMember(id)
    await inSystem((db) =>
      db.membership.updateMany({
        where: { id: account.id },
        data: { kind: 'service_account', personId: null },
      }),
    )
    const { code } = await begin()
    await expect(as(await makeKey(account)).run(allowLogin, { code })).toBeProblem('conflict')
    const longAgo = { ...collaborator.caller, authenticatedAt: new Date(0) }
    await expect(as({ caller: longAgo }).run(allowLogin, { code })).toBeProblem('reauthenticate')
    const behind = { ...collaborator.caller, gate: 'terms' as const }
    await expect(as({ caller: behind }).run(allowLogin, { code })).toBeProblem('terms_required')
  })
})

describe('strangers', () => {
  test('the address of the page collects nothing, nor does anything made up', async () => {
    const { collaborator } = organization
    const { code, pageCode } = await begin()
    await as(collaborator).run(allowLogin, { code: pageCode })
    const tries = [
      pageCode,
      await pageCodeOf(pageCode),
      `${code}x`,
      code.slice(0, -1),
      '',
      "' OR 1=1",
    ]
    for (const text of [...tries, ...(await everyCode()).map(({ codeHash }) => codeHash)]) {
      expect(await as(program).run(pollLoginCode, { code: text })).toEqual({ state: 'waiting' })
    }
    expect(await collect(code)).toMatch(/^agh_pat_/)
  })

  test('the page says from where, and whether that is where the browser is', async () => {
    const { collaborator, name } = organization
    const { code } = await begin()
    const { address } = program.caller.origin
    expect(await as(collaborator).run(readLoginCode, { code })).toMatchObject({
      state: 'pending',
      address,
      sameAddress: false,
      ownAddress: '203.0.113.7',
      client: 'CLI/0.26.112 x',
      organization: { name },
      self: { email: collaborator.email },
    })
    const there = { ...collaborator.caller, origin: program.caller.origin }
    expect(await as({ caller: there }).run(readLoginCode, { code })).toMatchObject({
      sameAddress: true,
    })
  })

  test.each<[string | null, string | null, boolean]>([
    ['127.0.0.1', '::1', true],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['127.0.0.1', '203.0.113.7', false],
    [null, null, false],
  ])('%s and %s: the same is %s', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same)
  })

  test('begin and ask so often from one address, and no oftener; others are not held up', async () => {
    const { raw } = await engine()
    const code = 'x'
    await begin()
    await as(program).run(pollLoginCode, { code })
    await raw.query(`UPDATE rate_limit SET points = 59 WHERE key LIKE 'login_begin%'`, [])
    await raw.query(`UPDATE rate_limit SET points = 1199 WHERE key LIKE 'login_poll%'`, [])
    await begin()
    await as(program).run(pollLoginCode, { code })
    await expect(begin()).toBeProblem('rate_limited')
    await expect(as(program).run(pollLoginCode, { code })).toBeProblem('rate_limited')
    program = visitor()
    await begin()
    await as(program).run(pollLoginCode, { code })
  })

  test('whoever guesses at the page is stopped after some tries', async () => {
    const { collaborator } = organization
    const guess = (n: number) =>
      as(collaborator).run(allowLogin, { code: n.toString(16).padStart(64, '0') })
    for (let n = 0; n < 30; n++) await expect(guess(n)).toBeProblem('not_found')
    await expect(guess(30)).toBeProblem('rate_limited')
  })

  test('codes are forgotten a day after they ended', async () => {
    await begin()
    const inADay = new Date(Date.now() + DAY * 1_000 + 601_000)
    expect((await everyCode()).length).toBeGreaterThan(0)
    await sweepOnce(inADay)
    expect(await everyCode()).toEqual([])
  })
})
