import { beforeEach, describe, expect, test, vi } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { apiOf } from '@/lib/testing/api'
import { takeNotices } from '@/lib/testing/mailed'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  origin,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { reportFoundKeys } from './commands/report-found-keys'
import { harmless, readKeyText } from './key-text'
import { findApiKey } from './queries/find-api-key'

vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
}))

let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
  await takeNotices()
})
const stranger = { caller: { kind: 'anonymous', origin } as const }
const report = (keys: string[]) => as(stranger).run(reportFoundKeys, { keys })
const rowOf = (id: string) => inSystem((db) => db.apiKey.findFirstOrThrow({ where: { id } }))
const found = async () =>
  (await eventsOf(organization.id)).filter(({ event }) => event === 'api_key.revoked')

describe('api_key.report_found', () => {
  test('a whole live key is revoked once, in whatever organization; its holder and the owners are told', async () => {
    const { owner, secondOwner, collaborator } = organization
    const key = await makeKey(collaborator)
    await Promise.all([report([key.key, ` ${key.key}\n`]), report([key.key])])
    expect((await rowOf(key.id)).revokedAt).not.toBeNull()
    const [event, ...others] = await found()
    expect(others).toEqual([])
    expect(event).toMatchObject({
      actor: { kind: 'system' },
      subjectId: key.id,
      after: { because: 'found' },
    })
    expect(JSON.stringify(event)).not.toContain(key.key)
    const mails = await takeNotices()
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [owner, secondOwner, collaborator].map(({ email }) => email).sort(),
    )
    expect(JSON.stringify(mails)).not.toContain(key.key)
    await report([key.key])
    expect(await takeNotices()).toEqual([])
    expect(await found()).toHaveLength(1)
  })

  test('the beginning, another secret, an ended key and nonsense end nothing', async () => {
    const { collaborator, owner } = organization
    const key = await makeKey(collaborator)
    const other = await makeKey(owner)
    // the first characters of one with the secret of the other, checksum and all, is what nobody can make; its parts end nothing
    const mixed = key.key.slice(0, 20) + other.key.slice(20)
    await report([key.key.slice(0, -1), key.key.slice(0, 20), mixed, 'x', '', key.key.slice(-6)])
    await inSystem((db) =>
      db.apiKey.updateMany({ where: { id: other.id }, data: { expiresAt: new Date(0) } }),
    )
    await report([other.key])
    for (const { id } of [key, other]) expect((await rowOf(id)).revokedAt).toBeNull()
    expect(await found()).toEqual([])
    expect(await takeNotices()).toEqual([])
  })

  test('of a service account: its maker and the owners, never its own address', async () => {
    const { owner, secondOwner } = organization
    const account = await makeAccount(owner)
    const key = await makeAccountKey(account)
    await report([key.key])
    expect((await takeNotices()).map(({ to }) => to).sort()).toEqual(
      [owner.email, secondOwner.email].sort(),
    )
  })

  test('over HTTP: no key needed, the same answer for everything, and a limit by address', async () => {
    const key = await makeKey(organization.collaborator)
    const call = await apiOf(null, '/api/gatehouse/v1')
    const post = (keys: unknown) => call('/found_keys', { method: 'POST', body: { keys } })
    const answers = [await post([key.key]), await post([key.key]), await post(['nonsense'])]
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([202, { result: { received: 1 } }])
    }
    expect((await rowOf(key.id)).revokedAt).not.toBeNull()
    expect((await post([])).status).toBe(422)
    expect((await post(Array(101).fill('x'))).status).toBe(422)
    let status = 0
    for (let turn = 0; turn < 70 && status !== 429; turn++) ({ status } = await post(['nonsense']))
    expect(status).toBe(429)
  })
})

describe('api_key.find', () => {
  test('by the whole, the beginning, or the last six; of this organization alone', async () => {
    const { owner, collaborator, stranger: foreign } = organization
    const key = await makeKey(collaborator)
    const theirs = await makeKey(foreign)
    for (const text of [
      key.key,
      `TOKEN=${key.key} # ours`,
      key.key.slice(0, 20),
      key.key.slice(-6),
      `…${key.key.slice(-6)}`,
    ]) {
      const { rows } = await as(owner).run(findApiKey, { text })
      expect(rows, text).toMatchObject([
        { id: key.id, live: true, holder: { id: collaborator.id } },
      ])
    }
    for (const text of [theirs.key, theirs.key.slice(-6)]) {
      expect((await as(owner).run(findApiKey, { text })).rows).toEqual([])
    }
    for (const text of ['', 'agh_pat_short', 'nonsense']) {
      await expect(as(owner).run(findApiKey, { text })).toBeProblem('invalid_input', /Paste a key/)
    }
    await expect(as(collaborator).run(findApiKey, { text: key.key })).toBeProblem('forbidden')
    await report([key.key])
    expect((await as(owner).run(findApiKey, { text: key.key })).rows).toMatchObject([
      { live: false },
    ])
  })

  test('what is sent of a pasted text is never its secret', async () => {
    const { key } = await makeKey(organization.owner)
    expect(harmless(`x="${key}"`)).toBe(key.slice(0, 20))
    expect(readKeyText(harmless(key) ?? '')).toEqual(readKeyText(key))
    expect(harmless(key.slice(-6))).toBe(key.slice(-6))
    expect(harmless('nothing of that')).toBeNull()
  })
})
