import { newId } from '@/lib/domain/id'
import { newMembership } from '@/lib/modules/members/member'
import { inSystem } from '@/lib/platform/db/doors'

/** Many collaborators at once, "Crowd 00001" onwards, without sessions. */
export async function makeCrowd(organizationId: string, size: number): Promise<void> {
  const now = new Date()
  const people = Array.from({ length: size }, (_, index) => {
    const name = `Crowd ${String(index + 1).padStart(5, '0')}`
    const email = `${name.toLowerCase().replace(' ', '.')}@halden.example`
    return { id: newId('per'), name, email, homeOrganizationId: organizationId }
  })
  await inSystem(async (db) => {
    await db.person.createMany({ data: people })
    await db.membership.createMany({
      data: people.map(({ id: personId, name, email }) =>
        newMembership({
          organizationId,
          personId,
          name,
          email,
          role: 'collaborator',
          source: 'invitation',
          now,
        }),
      ),
    })
  })
}
