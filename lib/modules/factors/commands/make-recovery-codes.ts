import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { replaceRecoveryCodes } from '../internal/add-factor'
import { confirmedFactors } from '../internal/own-account'

export const makeRecoveryCodes = defineCommand({
  name: 'recovery_codes.make',
  summary: 'Make new recovery codes, in place of those made before',
  scope: 'person',
  event: 'recovery_codes.made',
  fresh: true,
  input: z.object({}),
  /** Secrets: shown once, stored hashed. */
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  async run(context) {
    const { db, caller, now, lockOrganization: holdLock } = context
    const { personId } = caller
    await holdLock(personId)
    const { email } = await readSelf(db, caller)
    if ((await confirmedFactors(db, personId)).length === 0) {
      const detail = 'Recovery codes stand in for a passkey or an app. Set one up first.'
      throw new Problem('conflict', detail)
    }
    const recoveryCodes = await replaceRecoveryCodes(db, personId, now)
    await noticeTo(context, { id: personId, email }, { kind: 'recovery_codes_made' })
    return changed<{ recoveryCodes: string[] }, 'person'>(
      { recoveryCodes },
      await inEveryLog(db, caller, { after: { codes: recoveryCodes.length } }),
    )
  },
})
