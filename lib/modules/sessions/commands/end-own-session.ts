import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem, refuse } from '@/lib/kernel/problem'
import { endOwn } from '../internal/end-own'
import { endSessionDenial } from '../session-rules'

/** Another browser of one's own has to sign in again, at its next request. Anybody else's is the same 404. */
export const endOwnSession = defineCommand({
  name: 'session.end_own',
  summary: 'End one of one’s own other sessions',
  scope: 'person',
  event: 'session.ended',
  input: z.object({ sessionId: idOf('ses') }),
  output: z.object({}),
  async run({ db, caller, now }, { sessionId }) {
    await readSelf(db, caller)
    refuse(endSessionDenial({ current: sessionId === caller.sessionId }))
    const ended = await endOwn(db, caller, { id: sessionId }, now)
    if (ended.length === 0) throw new Problem('not_found', 'You have no such session.')
    return changed<Record<string, never>, 'person'>({}, ended)
  },
})
