import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { shown, withStarter } from '../internal/shown-operation'
import { Operation } from '../operation'

const RECENT = 3 * 86_400_000 // ms

export const listRecentOperations = defineQuery({
  name: 'operation.list_recent',
  summary: 'List the work on many of the last days that is running or one’s own',
  scope: 'organization',
  permission: 'operation.read',
  input: z.object({}),
  output: z.array(Operation),
  async run({ db, self, now }) {
    const rows = await db.operation.findMany({
      where: {
        createdAt: { gt: new Date(now.getTime() - RECENT) },
        OR: [{ finishedAt: null }, { startedById: self.id }],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      include: withStarter,
    })
    return rows.map(shown)
  },
})
