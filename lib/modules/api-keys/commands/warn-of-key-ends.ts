import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { markKeysWarned } from '@/lib/platform/db/key-ends'
import { keyFacts, keySubject } from '../api-key'
import { warnOfEnds } from '../internal/warn-of-ends'

const AT_ONCE = 200

/** Once in the last week and once in the last day: the holder of a key, or those behind its service account, are told. */
export const warnOfKeyEnds = defineCommand({
  name: 'api_key.warn_of_ends',
  summary: 'Tell the holders of API keys that end soon',
  scope: 'system',
  event: 'api_key.end_warned',
  lock: 'installation',
  input: z.object({}),
  output: z.object({ warned: z.int(), more: z.boolean() }),
  async run({ db, now, enqueue, caller }) {
    const ending = await markKeysWarned(db, now, AT_ONCE)
    const result = { warned: ending.length, more: ending.length === AT_ONCE }
    if (ending.length === 0) return unchanged<typeof result, 'system'>(result)
    await warnOfEnds({ db, enqueue }, ending)
    const actor = { kind: 'system', id: 'system', name: caller.label } as const
    return changed<typeof result, 'system'>(
      result,
      ending.map(({ holder, organizationId, ...key }) => ({
        organizationId,
        actor,
        subject: keySubject(key, holder),
        before: keyFacts(key, holder),
      })),
    )
  },
})
