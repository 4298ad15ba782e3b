import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { ApiKey, liveKeys } from '../api-key'

const RECENT = 200

export const listApiKeysOfMember = defineQuery({
  name: 'api_key.list_of_member',
  summary: 'List the live API keys of a member, newest first',
  scope: 'organization',
  permission: 'api_key.list',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ rows: z.array(ApiKey) }),
  async run({ db, now }, { memberId }) {
    const member = await db.membership.findFirst({ where: { id: memberId } })
    if (!member) throw new Problem('not_found', 'There is no such member in this organization.')
    const rows = await db.apiKey.findMany({
      where: { membershipId: memberId, ...liveKeys(now) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
    })
    return { rows }
  },
})
