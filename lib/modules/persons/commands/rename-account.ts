import 'server-only'
import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { personName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { ownLogs } from '../own-logs'

/** One's own name, in every organization one is in; each tells it in its log. Old events keep the old name. */
export const renameAccount = defineCommand({
  name: 'account.rename',
  summary: 'Change one’s own name',
  scope: 'person',
  event: 'member.renamed',
  input: z.object({
    name: personName,
    /** The name that the change began with; another one by now is the problem `stale`. */
    was: z.string().max(400).optional(),
  }),
  output: z.object({ name: z.string() }),
  async run({ db, caller, lockOrganization: holdLock }, { name, was }) {
    const { personId: id } = caller
    // One change of a person's name at a time, from whichever organization: what is read next is the present.
    await holdLock(id)
    const self = await readSelf(db, caller)
    if (was !== undefined && was !== self.name && name !== self.name) throw stale(self.name)
    await db.person.updateMany({ where: { id }, data: { name } })
    const logs = await ownLogs(db, id, caller)
    const renamed = logs.filter(({ member }) => member.name !== name)
    for (const { member } of renamed) {
      const { organizationId, id, email, name: before } = member
      // Only over the name that was read: of two changes at once the second is told.
      const { count } = await db.membership.updateMany({
        where: { organizationId, id, name: before, endedAt: null },
        data: {
          name,
          searchable: searchable(name, email),
          sortKey: nameSortKey(name),
          version: { increment: 1 },
        },
      })
      if (count === 0) throw stale(before)
    }
    if (renamed.length === 0) return unchanged<{ name: string }, 'person'>({ name })
    return changed<{ name: string }, 'person'>(
      { name },
      renamed.map(({ member, entry }) => ({
        ...entry,
        before: { name: member.name },
        after: { name },
      })),
    )
  },
})

const stale = (name: string) =>
  new Problem('stale', 'Your name was changed in the meantime. Nothing was saved.', {
    context: { name },
  })
