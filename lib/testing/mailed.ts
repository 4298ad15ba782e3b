import { unseal } from '@/lib/platform/crypto/seal'
import { inSystem } from '@/lib/platform/db/doors'
import type { Item } from '@/lib/platform/outbox/outbox'

/** A mail as it waits in the outbox or was handed to the mail server. */
export type Mailed = { to: string; subject: string; text: string; html: string }

/** What waits of this kind, in the order it was written; then it waits no more. */
export const takeOutbox = <T>(kind: 'notice' | 'link' | 'invitation') =>
  inSystem(async (db) => {
    const rows = await db.outbox.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } })
    await db.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
    return rows.map(({ id, organizationId, subjectId, payload, attempts }) => ({
      payload: unseal<T>('outbox', payload),
      item: { id, organizationId, subjectId, attempts: attempts + 1, last: false } satisfies Item,
    }))
  })

/** The notices that wait for these addresses. */
export const takeNotices = async () =>
  (await takeOutbox<Mailed>('notice')).map(({ payload }) => payload)

/** The token in a mail; throws when it holds no link of ours. */
export function tokenIn({ text }: Pick<Mailed, 'text'>): string {
  const found = /gth_lnk_[0-9A-Za-z]{43}/.exec(text)?.[0]
  if (!found) throw new Error(`No link in:\n${text}`)
  return found
}
