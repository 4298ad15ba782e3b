import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { keyPolicy } from '../internal/key-life'

/** How long keys may live here: what the dialog that makes one offers. */
export const readKeyPolicy = defineQuery({
  name: 'api_key.policy',
  summary: 'Read how long API keys may live in this organization',
  scope: 'organization',
  permission: 'api_key.list_own',
  input: z.object({}),
  output: z.object({
    personKeyDays: z.int(),
    accountKeyDays: z.int().nullable(),
    keysMustEnd: z.boolean(),
  }),
  run: ({ db }) => keyPolicy(db),
})
