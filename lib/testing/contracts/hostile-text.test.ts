import { parse } from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { original } from '@/lib/domain/csv'
import { makeLog } from '@/lib/listener/log.js'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { renameOrganization } from '@/lib/modules/organizations/commands/rename-organization'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { renameAccount } from '@/lib/modules/persons/commands/rename-account'
import { accountMail } from '@/lib/platform/mail/account-mail'
import { endingMail } from '@/lib/platform/mail/ending-mail'
import { invitationMail } from '@/lib/platform/mail/invitation-mail'
import { linkMail } from '@/lib/platform/mail/link-mail'
import { roleEndingMail } from '@/lib/platform/mail/role-ending-mail'
import { auditLogDownload } from '@/lib/transport/download-audit-log'
import { membersDownload } from '@/lib/transport/download-members'
import { password } from '../accounts'
import { apiOf } from '../api'
import { testDatabase } from '../database'
import { hostileControls, hostileTexts } from '../hostile'
import { as, makeOrganization, type TestMember } from '../people'

beforeAll(testDatabase)

const read = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const csvOf = async ({ caller }: TestMember) =>
  parse<Record<string, string>>(
    await read(await membersDownload.open(caller, { selection: { matching: {} } })),
    { header: true, skipEmptyLines: true },
  ).data

/** What a mail may hold: words of ours in tags, and the text of others as text. */
const tags = (html: string) => (html.match(/<[a-z!/][^>]*>/gi) ?? []).join('')
const plain = {
  roleLabel: 'Owner',
  link: 'https://gate.example/register?invitation=x',
  host: 'gate.example',
}
const mailsOf = (name: string) => {
  const expiresAt = new Date('2026-12-01T12:00:00Z')
  const invited = { ...plain, organizationName: name, inviterName: name, expiresAt }
  const ending = { ...plain, kind: 'requested' as const, organizationName: name, byName: name }
  const from = { address: '203.0.113.7', userAgent: name, at: expiresAt }
  const made = { kind: 'key_made', name, organizationName: name } as const
  const changes = { kind: 'confirm_old_email', from: name, to: name, expiresAt } as const
  const held = { role: 'Write', cloud: name, project: name, endsAt: expiresAt }
  return [
    invitationMail(invited),
    endingMail({ ...ending, dueAt: expiresAt }),
    roleEndingMail({ ...plain, organizationName: name, roles: [held] }),
    accountMail(made, from, 'https://gate.example'),
    linkMail({ ...changes, link: plain.link }, 'https://gate.example'),
  ]
}
const [honest] = [mailsOf('Ann Berg')]

describe('what somebody calls themselves is stored and shown as what it is', () => {
  test.each(Object.entries(hostileTexts))('%s', async (_, text) => {
    const { id, owner } = await makeOrganization()
    const name = text.replace(/\s+/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(name)) {
      await expect(as(owner).run(renameAccount, { name })).toBeProblem('invalid_input')
      return
    }
    await as(owner).run(renameAccount, { name })
    await as(owner).run(renameOrganization, { name })
    await as(owner).run(createApiKey, { name })

    const people = await as(owner).run(listMembers, { search: name })
    expect(people.rows.map((member) => member.name)).toContain(name)
    expect((await as(owner).run(listOwnApiKeys, {})).rows.map((key) => key.name)).toContain(name)
    expect((await as(owner).run(currentOrganization, {})).organization.name).toBe(name)
    const wire = await (await apiOf(owner))(`/organization_collaborators/${owner.userId}`)
    expect(wire.body.result.name).toBe(name)

    const cell = (await csvOf(owner)).find((row) => row.email === owner.email)?.name ?? ''
    expect(cell).not.toMatch(/^\s*[=+\-@]/)
    expect(original(cell)).toBe(name)

    const lines = (await read(await auditLogDownload.open(owner.caller, {}))).trimEnd().split('\n')
    const events = lines.map((line) => JSON.parse(line))
    const { rows } = await as(owner).run(listEvents, {})
    expect(events.length).toBeGreaterThanOrEqual(rows.length)
    expect(events.find(({ event }) => event === 'organization.renamed').after).toEqual({ name })

    for (const [index, mail] of mailsOf(name).entries()) {
      expect(tags(mail.html)).toBe(tags(honest?.[index]?.html ?? ''))
      expect(mail.subject).not.toMatch(/[\r\n\p{Cc}]/u)
      expect(mail.html.match(/evil\.example/g) ?? []).toEqual([])
    }
    expect(id).toBe(owner.organizationId)
  })
})

describe('what changes lines, directions or terminals is refused or taken out', () => {
  test.each(Object.entries(hostileControls))('%s', async (_, text) => {
    const { owner } = await makeOrganization()
    const people = [{ email: 'ann@berg.example', name: text, password }]
    await as(owner)
      .run(renameAccount, { name: text })
      .catch(() => {})
    await as(owner)
      .run(renameOrganization, { name: text })
      .catch(() => {})
    await as(owner)
      .run(createApiKey, { name: text })
      .catch(() => {})
    await as(owner)
      .run(createMembers, { people })
      .catch(() => {})
    const shown = JSON.stringify([
      await as(owner).run(listMembers, {}),
      await as(owner).run(listOwnApiKeys, {}),
      await as(owner).run(currentOrganization, {}),
      await as(owner).run(listEvents, {}),
    ])
    expect(shown).not.toMatch(/\\[nrtu]|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
    for (const mail of mailsOf(text)) {
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
      expect(mail.text).not.toMatch(/^(Bcc|\{"level")/m)
    }
  })
})

test('in a log each is a part of one line', () => {
  for (const pretty of [false, true]) {
    const lines: string[] = []
    const log = makeLog({ level: 'info', pretty, write: (line) => lines.push(line) })
    const texts = [...Object.values(hostileTexts), ...Object.values(hostileControls)]
    for (const text of texts) log.info({ path: text, label: text, more: { text } }, text)
    expect(lines).toHaveLength(texts.length)
    for (const line of lines) expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  }
})
