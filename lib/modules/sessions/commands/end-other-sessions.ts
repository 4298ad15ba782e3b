import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { endOwn } from '../internal/end-own'

type Ended = { ended: number }

/** "Sign out everywhere else": all of one's own sessions but the present one, in every organization. */
export const endOtherSessions = defineCommand({
  name: 'session.end_others',
  summary: 'End all of one’s own sessions but this one',
  scope: 'person',
  event: 'session.ended',
  input: z.object({}),
  output: z.object({ ended: z.int() }),
  async run({ db, caller, now }) {
    await readSelf(db, caller)
    const ended = await endOwn(db, caller, { id: { not: caller.sessionId } }, now)
    if (ended.length === 0) return unchanged<Ended, 'person'>({ ended: 0 })
    return changed<Ended, 'person'>({ ended: ended.length }, ended)
  },
})
