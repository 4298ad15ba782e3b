import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { AuditEvent } from '../event'

export const getEvent = defineQuery({
  name: 'event.get',
  summary: 'Read one event of the audit log',
  scope: 'organization',
  permission: 'audit.read',
  input: z.object({ id: idOf('evt') }),
  output: AuditEvent,
  async run({ db }, { id }) {
    const event = await db.auditEvent.findFirst({ where: { id } })
    if (!event) throw new Problem('not_found', 'There is no such event in this audit log.')
    return event as unknown as z.input<typeof AuditEvent>
  },
})
