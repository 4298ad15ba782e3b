import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'

/** For a page that was made for another organization: where this browser is signed in now. */
export const readPlace = defineQuery({
  name: 'session.place',
  summary: 'Say which organization one is signed in to',
  scope: 'person',
  beforeGate: true,
  input: z.object({}),
  output: z.object({ organizationId: idOf('org'), organizationName: z.string() }),
  async run({ db, caller }) {
    await readSelf(db, caller)
    const { organizationId } = caller
    const where = { id: organizationId }
    const { name } = await db.organization.findFirstOrThrow({ where, select: { name: true } })
    return { organizationId, organizationName: name }
  },
})
