import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { isSetUpToken } from '@/lib/platform/auth/set-up-link'
import { setUpStates } from '../organization'

/** Whether a set-up link works: until the first organization exists, and with its token only. */
export const openSetUp = defineQuery({
  name: 'set_up.open',
  summary: 'Say whether a set-up link works',
  scope: 'public',
  input: z.object({ token: z.string().max(200).nullable() }),
  output: z.object({ state: z.enum(setUpStates) }),
  async run({ db }, { token }) {
    if (await db.organization.findFirst({ select: { id: true } })) return { state: 'done' as const }
    const fits = token !== null && isSetUpToken(token)
    return { state: fits ? ('ready' as const) : ('wrong_link' as const) }
  },
})
