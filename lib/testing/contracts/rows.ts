import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { signOutMembers } from '@/lib/modules/operations/commands/sign-out-members'
import { engine } from '@/lib/platform/db/engine'
import { as, eventsOf, makeKey, makeMember, type TestOrganization } from '../people'
import { bindToCloud, bindToProject, makeCloud, makeProject, makeWorkload } from '../resources'
import { makeAccount, makeAccountKey } from '../service-accounts'
import { makeTrust } from '../tokens'

type Column = { table: string; column: string; base: boolean }

/** Every column of the database, also of views. */
export async function columnsOf(): Promise<Column[]> {
  const { raw } = await engine()
  return raw.query(`
    SELECT c.table_name AS "table", c.column_name AS "column", t.table_type = 'BASE TABLE' AS base
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\\_%'`)
}

type Owning = { tables: string[]; sql: string }
let owning: Promise<Owning> | undefined

/** One statement for all tables that say whose their rows are: it is asked thousands of times. */
async function statementOf(): Promise<Owning> {
  const columns = (await columnsOf()).filter(
    ({ table, column, base }) =>
      base &&
      (['organization_id', 'home_organization_id'].includes(column) ||
        (table === 'organization' && column === 'id')),
  )
  const parts = columns.map(
    ({ table, column }) =>
      `SELECT '${table}' AS "table", t::text AS row FROM "${table}" t WHERE "${column}" = $1`,
  )
  return {
    tables: columns.map(({ table }) => table),
    sql: `${parts.join(' UNION ALL ')} ORDER BY 1, 2`,
  }
}

/** Whatever an organization has in the database, by table, as text. */
export async function rowsOf(organizationId: string): Promise<Record<string, string[]>> {
  owning ??= statementOf()
  const { tables, sql } = await owning
  const found: Record<string, string[]> = Object.fromEntries(tables.map((table) => [table, []]))
  const { raw } = await engine()
  for (const { table, row } of await raw.query<{ table: string; row: string }>(sql, [
    organizationId,
  ]))
    found[table]?.push(row)
  return found
}

/**
 * One id of each kind that an organization has, by its prefix. The collaborator is one on the cloud and writes in a private
 * project of it; the candidate holds nothing; who is on the cloud holds no role in the project.
 */
export async function idsOf({ id, owner, collaborator }: TestOrganization) {
  const sent = await as(owner).run(sendInvitations, { addresses: ['secret@halden.example'] })
  const key = await makeKey(collaborator)
  const selection = { ids: [collaborator.id] }
  const operation = await as(owner).run(signOutMembers, { selection })
  const cloud = await makeCloud(owner, { name: 'secret-cloud' })
  const project = await makeProject(owner, cloud, { name: 'secret-project' })
  const binding = await bindToCloud(collaborator, cloud)
  await bindToProject(collaborator, project)
  // Finished: a project with what goes on is not deleted.
  const workload = await makeWorkload(collaborator, project, { state: 'finished' })
  const [candidate, onCloud] = [await makeMember(id), await makeMember(id)]
  await bindToCloud(onCloud, cloud, 'writer')
  const account = await makeAccount(owner, { name: 'secret-account' })
  await bindToCloud(account, cloud)
  const accountKey = await makeAccountKey(account)
  const { rule, key: clientKey } = await makeTrust(owner, account)
  return {
    org: id,
    ide: collaborator.id,
    usr: collaborator.userId,
    per: collaborator.personId,
    ses: collaborator.caller.sessionId,
    orginv: sent.results[0]?.id as string,
    key: key.id,
    op: operation.id,
    evt: (await eventsOf(id))[0]?.id as string,
    cld: cloud.id,
    prj: project.id,
    rb: binding.id,
    wl: workload.id,
    candidate: candidate.id,
    onCloud: onCloud.id,
    account: account.id,
    accountKey: accountKey.id,
    tr: rule.id,
    ck: clientKey.id,
  }
}
export type Ids = Awaited<ReturnType<typeof idsOf>>
