import 'server-only'
import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { personName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'

/** One's own name, in every organization one is in; each tells it in its log. Old events keep the old name. */
export const renameAccount = defineCommand({
  name: 'account.rename',
  summary: 'Change one’s own name',
  scope: 'person',
  event: 'member.renamed',
  input: z.object({ name: personName }),
  output: z.object({ name: z.string() }),
  async run({ db, caller }, { name }) {
    const { personId: id, sessionId: session } = caller
    await readSelf(db, caller)
    await db.person.updateMany({ where: { id }, data: { name } })
    const open = await db.membership.findMany({
      where: { personId: id, endedAt: null },
      orderBy: [{ organizationId: 'asc' }, { id: 'asc' }],
    })
    const renamed = open.filter((member) => member.name !== name)
    for (const { organizationId, id, email } of renamed) {
      await db.membership.updateMany({
        where: { organizationId, id },
        data: {
          name,
          searchable: searchable(name, email),
          sortKey: nameSortKey(name),
          version: { increment: 1 },
        },
      })
    }
    if (renamed.length === 0) return unchanged<{ name: string }, 'person'>({ name })
    return changed<{ name: string }, 'person'>(
      { name },
      renamed.map((member) => ({
        organizationId: member.organizationId,
        actor: { kind: 'member', id: member.id, name, email: member.email, session },
        subject: { kind: 'member', id: member.id, label: name },
        before: { name: member.name },
        after: { name },
      })),
    )
  },
})
