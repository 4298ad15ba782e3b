import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { trustSubject } from '../trust-rule'

/** Tokens that were got with it end with it, at the next request. */
export const removeClientKey = defineCommand({
  name: 'client_key.remove',
  summary: 'Remove a public key of a service account, and end the tokens got with it',
  scope: 'organization',
  permission: 'trust.change',
  event: 'client_key.removed',
  lock: 'organization', // two at once remove once
  fresh: true,
  input: z.object({ keyId: idOf('ck') }),
  output: z.object({ id: idOf('ck') }),
  async run({ db }, { keyId }) {
    const membership = { select: { id: true, name: true } } as const
    const key = await db.clientKey.findFirst({ where: { id: keyId }, include: { membership } })
    if (!key) throw new Problem('not_found', 'There is no such public key here.')
    await db.clientKey.deleteMany({ where: { id: keyId } })
    const { name, thumbprint } = key
    const subject = trustSubject(key.membership)
    return changed({ id: keyId }, { subject, before: { name, thumbprint } })
  },
})
