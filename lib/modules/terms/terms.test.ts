import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { dueTexts } from '@/lib/domain/terms'
import { gateOf } from '@/lib/kernel/gate'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { readProfile } from '@/lib/modules/members/queries/read-profile'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { inSystem } from '@/lib/platform/db/doors'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { once } from '@/lib/platform/once'
import { type shownTexts, textsOf } from '@/lib/platform/terms/texts'
import { visitor } from '@/lib/testing/accounts'
import { as, eventsOf, makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'
import { acceptTerms } from './commands/accept-terms'
import { openTerms } from './queries/open-terms'

type Text = ReturnType<typeof shownTexts>[number]
const terms: Text = {
  document: 'terms',
  version: 2,
  since: 2,
  effective: null,
  title: 'Terms',
  html: '<p>Be kind.</p>',
}
const privacy: Text = { ...terms, document: 'privacy', version: 1, since: 1, title: 'Privacy' }
const texts = once<Text[]>('terms.texts', () => [])
const show = (...now: Text[]) => texts.splice(0, texts.length, ...now)
beforeEach(() => show(terms, privacy))
afterAll(() => show())

/** The member as the next request finds them. */
async function present(member: TestMember): Promise<{ caller: TestMember['caller'] }> {
  const holder = await findSessionHolder(member.caller.sessionId)
  if (!holder) throw new Error('The session does not live.')
  return { caller: { ...member.caller, gate: gateOf(holder, texts, new Date()) } }
}
const both = { texts: [terms, privacy].map(({ document, version }) => ({ document, version })) }

describe('the gate', () => {
  test('nothing is reachable before, everything after; keys in use go on, none is made', async () => {
    const { collaborator } = await makeOrganization()
    const { caller: key } = await makeKey(collaborator)
    const before = await present(collaborator)
    expect(before.caller.gate).toBe('terms')
    await expect(as(before).run(readOwnAccess, {})).toBeProblem('terms_required')
    await expect(as(before).run(listOwnSessions, {})).toBeProblem('terms_required')
    await expect(as(before).run(createApiKey, { name: 'ci' })).toBeProblem('terms_required')
    await as({ caller: key }).run(readOwnAccess, {})
    await expect(as({ caller: key }).run(createApiKey, { name: 'more' })).toBeProblem(
      'terms_required',
    )

    await as(before).run(acceptTerms, both)
    const after = await present(collaborator)
    expect(after.caller.gate).toBeNull()
    await as(after).run(readOwnAccess, {})
    await as({ caller: key }).run(createApiKey, { name: 'more' })
  })

  test('a new version asks again only when it says so', async () => {
    const { collaborator } = await makeOrganization()
    await as(await present(collaborator)).run(acceptTerms, both)
    show({ ...terms, version: 3 }, privacy) // since 2: mended words
    expect((await present(collaborator)).caller.gate).toBeNull()
    show({ ...terms, version: 4, since: 4 }, privacy)
    expect((await present(collaborator)).caller.gate).toBe('terms')
  })
})

describe('terms.accept', () => {
  test('what was replaced while it was read is not accepted', async () => {
    const { collaborator } = await makeOrganization()
    const me = await present(collaborator)
    show({ ...terms, version: 3, since: 3 }, privacy)
    await expect(as(me).run(acceptTerms, both)).toBeProblem('stale')
    await expect(as(me).run(acceptTerms, { texts: [] })).toBeProblem('stale')
    expect((await present(collaborator)).caller.gate).toBe('terms')
  })

  test('who, which and when is on record, once, and the owner reads it', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator, stranger } = organization
    const me = await present(collaborator)
    await Promise.all([as(me).run(acceptTerms, both), as(me).run(acceptTerms, both)])
    await as(me).run(acceptTerms, both)
    const rows = await inSystem((db) =>
      db.termsAcceptance.findMany({ where: { personId: collaborator.personId } }),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ address: '203.0.113.7', userAgent: 'test' })
    const told = (await eventsOf(organization.id)).filter(({ event }) => event === 'terms.accepted')
    expect(told).toHaveLength(1)
    const profile = await as(owner).run(readProfile, { id: collaborator.id })
    expect(profile.terms.map(({ document, version }) => `${document} ${version}`)).toEqual([
      'privacy 1',
      'terms 2',
    ])
    await expect(as(stranger).run(readProfile, { id: collaborator.id })).toBeProblem('not_found')
  })
})

test('anybody may read them; only the signed-in are told what is due', async () => {
  const { collaborator } = await makeOrganization()
  const { texts: read } = await as(visitor()).run(openTerms, {})
  expect(read.map(({ title, due }) => [title, due])).toEqual([
    ['Terms', false],
    ['Privacy', false],
  ])
  const mine = await as(await present(collaborator)).run(openTerms, {})
  expect(mine.texts.every(({ due }) => due)).toBe(true)
  expect(dueTexts(texts, ['terms 2'])).toEqual([privacy])
})

test('Markdown becomes HTML, and HTML in it stays words', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-terms-')), 'terms.md')
  writeFileSync(
    file,
    '---\nversion: 1\n---\n# Ours\n\n**Be** <script>kind</script> [x](javascript:alert(1))\n',
  )
  const [text] = textsOf({ TERMS_FILE: file })
  expect(text).toMatchObject({ title: 'Ours', version: 1 })
  expect(text?.html).toBe(
    '<p><strong>Be</strong> &lt;script&gt;kind&lt;/script&gt; <a href="">x</a></p>',
  )
})
