import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'
import { parseAccountName } from '@/lib/domain/service-account'
import { plainText } from '@/lib/modules/clouds/cloud'
import { DESCRIPTION_MOST } from './service-account-rules'

/** The identity of a program: a membership of its own kind, always a collaborator, that nobody signs in with. */
export const ServiceAccount = z
  .object({
    id: idOf('ide'),
    userId: idOf('usr'),
    name: z.string(),
    email: z.string(),
    description: z.string(),
    createdAt: moment,
    /** `removed`: they are no member any more, which changes nothing for the account. Null: not known. */
    createdBy: z
      .object({ id: idOf('ide'), name: z.string(), email: z.string(), removed: z.boolean() })
      .nullable(),
    /** Since when its keys are refused. */
    disabledAt: moment.nullable(),
    /** When it was deleted. */
    endedAt: moment.nullable(),
    /** Those that are live. */
    keys: z.int(),
    /** Of any key it ever had, or by an access token. */
    lastUsedAt: moment.nullable(),
    /** The first end of a live key; null: there is none, or none of them ends. */
    nextExpiryAt: moment.nullable(),
    /** When the last key ran out that nobody revoked; of an account without a live one. */
    expiredAt: moment.nullable(),
    /** Roles of its own. */
    roles: z.object({ clouds: z.int(), projects: z.int() }),
    version: z.int(),
  })
  .meta({ id: 'ServiceAccount' })
export type ServiceAccount = z.output<typeof ServiceAccount>

export const accountName = z
  .string({ error: 'This needs to be text.' })
  .max(1_000, 'This is too long.')
  .transform((text, context) => {
    const parsed = parseAccountName(text)
    if (parsed.ok) return parsed.name
    context.addIssue({ code: 'custom', message: parsed.fault })
    return z.NEVER
  })

/** What an account is for; may be empty. */
export const accountDescription = plainText(DESCRIPTION_MOST).transform((text) => text.trim())
