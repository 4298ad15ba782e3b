import 'server-only'
import { z } from 'zod'
import { MOST_AT_ONCE } from '@/lib/modules/api-keys/api-key-rules'
import { reportFoundKeys } from '@/lib/modules/api-keys/commands/report-found-keys'
import { defineOpenRoute } from '../api/route'
import { textTo } from '../api/wire'

export const foundKeys = [
  defineOpenRoute({
    method: 'POST',
    path: '/found_keys',
    operationId: 'report_found_keys',
    summary: 'Report API keys that were found where they should not be; live ones are revoked',
    refusals: ['rate_limited'],
    status: 202,
    body: z
      .object({
        keys: z
          .array(textTo(1_000))
          .min(1, 'Report at least one key.')
          .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} keys at once.`)
          .describe('Whole keys. The answer says of none whether it was one.'),
      })
      .meta({ examples: [{ keys: ['agh_pat_…'] }] }),
    answer: z
      .object({ result: z.object({ received: z.int() }) })
      .meta({ id: 'FoundKeysReceived', examples: [{ result: { received: 1 } }] }),
    async handle({ run, body: { keys } }) {
      await run(reportFoundKeys, { keys })
      return { result: { received: keys.length } }
    },
  }),
]
