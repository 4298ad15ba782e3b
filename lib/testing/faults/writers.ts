import { expect } from 'vitest'
import { type Answer, client, type Row, type Running, type Seed } from './installation'

type Ask = (sql: string, values?: unknown[]) => Promise<Row[]>

/** What the program answered for: each of these must be there afterwards. */
export class Ledger {
  readonly invitations: string[] = []
  readonly keys: string[] = []
  readonly revoked: string[] = []
  readonly names: string[] = []
  readonly roles: string[] = []
  readonly failures: Answer[] = []
  #count = 0
  #waiting: { at: number; resolve: () => void }[] = []

  note(list: string[], what: string) {
    list.push(what)
    this.#count += 1
    this.#waiting = this.#waiting.filter(({ at, resolve }) => {
      if (this.#count >= at) resolve()
      return this.#count < at
    })
  }

  /** When that many more answers have come. */
  answered(more: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ at: this.#count + more, resolve }))
  }
}

let made = 0

/** Writes of every kind, some at a time, until the process is gone. Resolves when none is under way. */
export async function writers(server: Running, seed: Seed, ledger: Ledger, signal: AbortSignal) {
  const owner = client(server, seed.owner.api_key)
  const found = await owner(
    'GET',
    `/api/v2/organization_collaborators/?email=${seed.second_owner.email}`,
  )
  const member = `/api/v2/organization_collaborators/${found.body.results[0].id}`
  const unlessFailed = (answer: Answer) => {
    if (answer.status < 300) return true
    if (answer.status >= 500) ledger.failures.push(answer)
    return false
  }
  const kinds = [
    async () => {
      const email = `new.${made++}@killed.example`
      const answer = await owner('POST', '/api/v2/organization_invitations/', { email })
      if (unlessFailed(answer)) ledger.note(ledger.invitations, answer.body.result.id)
    },
    async () => {
      const name = `Halden ${made++}`
      const answer = await owner('PATCH', '/api/gatehouse/v1/organization', { name })
      if (unlessFailed(answer)) ledger.note(ledger.names, name)
    },
    async () => {
      const role = made++ % 2 === 0 ? 'owner' : 'collaborator'
      const answer = await owner('PUT', member, { permission_level: role })
      if (unlessFailed(answer)) ledger.note(ledger.roles, role)
    },
    async () => {
      const body = { duration: 3600, name: `key ${made++}` }
      const answer = await owner('POST', '/api/v2/users/create_api_key', body)
      if (!unlessFailed(answer)) return
      const id = answer.body.result.api_key_id
      ledger.note(ledger.keys, id)
      const gone = await owner('DELETE', `/api/v2/users/api_keys/${id}`)
      if (unlessFailed(gone)) ledger.note(ledger.revoked, id)
    },
  ]
  const keepOn = async (write: () => Promise<void>) => {
    while (!signal.aborted) {
      // A connection that broke: the process was killed, and nobody was told that it is done.
      const lost = await write().then(
        () => false,
        () => true,
      )
      if (lost) return
    }
  }
  await Promise.all([...kinds, kinds[0] as () => Promise<void>].map(keepOn))
}

/** Every answered change is there, and every change has its event, both ways. */
export async function checkLedger(
  ask: Ask,
  ledger: Ledger,
  { organization_id: org, second_owner: { email } }: Seed,
) {
  const ids = async (sql: string) => (await ask(sql, [org])).map(({ id }) => String(id)).sort()
  const events = (event: string) =>
    ids(
      `SELECT subject_id AS id FROM audit_event WHERE organization_id = $1 AND event = '${event}'`,
    )
  const invitations = await ids('SELECT id FROM invitation WHERE organization_id = $1')
  const keys = await ids('SELECT id FROM api_key WHERE organization_id = $1')
  const revoked = await ids(
    'SELECT id FROM api_key WHERE organization_id = $1 AND revoked_at IS NOT NULL',
  )
  expect(invitations).toEqual(expect.arrayContaining(ledger.invitations))
  expect(keys).toEqual(expect.arrayContaining(ledger.keys))
  expect(revoked).toEqual(expect.arrayContaining(ledger.revoked))
  expect(await events('invitation.sent')).toEqual(invitations)
  expect(await events('api_key.created')).toEqual(keys)
  expect(await events('api_key.revoked')).toEqual(revoked)

  const chain = async (event: string, member: string) =>
    (await ask(
      `SELECT before ->> '${member}' AS before, after ->> '${member}' AS after FROM audit_event
         WHERE organization_id = $1 AND event = '${event}' AND at > now() - interval '1 hour' ORDER BY at, id`,
      [org],
    )) as { before: string; after: string }[]
  const names = await chain('organization.renamed', 'name')
  const [organization] = await ask('SELECT name, version FROM organization WHERE id = $1', [org])
  expect(names.map(({ after }) => after)).toEqual(expect.arrayContaining(ledger.names))
  expect(organization).toEqual({ name: names.at(-1)?.after, version: names.length + 1 })
  linked(names)
  const roles = await chain('member.role_changed', 'role')
  linked(roles)
  const [second] = await ask(
    'SELECT role FROM membership WHERE organization_id = $1 AND email = $2',
    [org, email],
  )
  expect(roles.length === 0 ? 'owner' : roles.at(-1)?.after).toBe(second?.role)
}

const linked = (chain: { before: string; after: string }[]) =>
  expect(chain.slice(1).map(({ before }) => before)).toEqual(
    chain.slice(0, -1).map(({ after }) => after),
  )

/** What must hold of any database: counters, removals and their events. */
export async function checkConsistent(ask: Ask) {
  expect(
    await ask(
      `SELECT c.organization_id, c.people, c.owners FROM organization_counter c
       WHERE (c.people, c.owners) <> (SELECT count(*)::int, (count(*) FILTER (WHERE role = 'owner'))::int
         FROM membership m WHERE m.organization_id = c.organization_id AND m.ended_at IS NULL AND m.kind = 'person')`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `SELECT coalesce(m.id, e.id) AS id, m.n AS removed, e.n AS events FROM
         (SELECT id, count(*) AS n FROM membership WHERE ended_at IS NOT NULL GROUP BY id) m
         FULL JOIN (SELECT subject_id AS id, count(*) AS n FROM audit_event WHERE event = 'member.removed' GROUP BY 1) e USING (id)
       WHERE m.n IS DISTINCT FROM e.n`,
    ),
  ).toEqual([])
}
