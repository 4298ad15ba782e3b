import { newId } from '@/lib/domain/id'
import { newMembership } from '@/lib/modules/members/member'
import { inSystem } from '@/lib/platform/db/doors'
import { sqlOf, statement } from '@/lib/platform/db/sql'

/** Many collaborators at once, "Crowd 00001" onwards, without sessions. */
export async function makeCrowd(organizationId: string, size: number): Promise<void> {
  const now = new Date()
  const people = Array.from({ length: size }, (_, index) => {
    const name = `Crowd ${String(index + 1).padStart(5, '0')}`
    const email = `${name.toLowerCase().replace(' ', '.')}@halden.example`
    return { id: newId('per'), name, email, homeOrganizationId: organizationId }
  })
  const members = people.map(({ id: personId, name, email }) =>
    newMembership({
      organizationId,
      personId,
      name,
      email,
      role: 'collaborator',
      source: 'invitation',
      now,
    }),
  )
  await inSystem(async (db) => {
    await sqlOf(db).rows(PEOPLE, [JSON.stringify(people)])
    await sqlOf(db).rows(MEMBERS, [JSON.stringify(members)])
  })
}

// One statement each: Prisma writes thousands of rows in hundreds of statements.
const PEOPLE = statement(`INSERT INTO person (id, name, email, home_organization_id)
  SELECT id, name, email, "homeOrganizationId"
  FROM jsonb_to_recordset($1::text::jsonb) AS given (id text, name text, email text, "homeOrganizationId" text)`)
const MEMBERS = statement(`INSERT INTO membership
    (organization_id, id, user_id, kind, person_id, email, name, role, source, searchable, sort_key, created_at, last_active_at)
  SELECT "organizationId", id, "userId", kind, "personId", email, name, role, source, searchable, "sortKey", "createdAt", "lastActiveAt"
  FROM jsonb_to_recordset($1::text::jsonb) AS given ("organizationId" text, id text, "userId" text, kind text, "personId" text,
    email text, name text, role text, source text, searchable text, "sortKey" text, "createdAt" timestamptz, "lastActiveAt" timestamptz)`)
