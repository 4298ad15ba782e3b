import 'server-only'
import type { OutboxItem } from '@/lib/kernel/define'
import { consoleLink } from '@/lib/platform/auth/registration-link'
import type { FoundKey } from '@/lib/platform/db/found-keys'
import { env } from '@/lib/platform/env'
import { foundKeyMail } from '@/lib/platform/mail/found-key-mail'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { type OwnersDb, ownersOf } from './owners-of'

type Context = { db: OwnersDb; enqueue(item: OutboxItem): Promise<void>; now: Date }

/** A mail about each key to whoever holds it, or made its service account, and to every owner. */
export async function tellOfFound({ db, enqueue, now }: Context, found: readonly FoundKey[]) {
  if (!mailIsSetUp()) return
  const host = new URL(env.PUBLIC_URL).host
  for (const { organizationId, organizationName, name, lastSix, holder, told } of found) {
    const owners = await ownersOf(db, organizationId)
    const people = new Map([...owners, ...(told ? [told] : [])].map((one) => [one.id, one]))
    const isOwner = new Set(owners.map(({ id }) => id))
    for (const { id, email: to } of people.values()) {
      const link = consoleLink(
        isOwner.has(id) ? `/audit-log?about=${holder.id}` : '/api-keys?state=ended',
        organizationId,
      )
      const mail = foundKeyMail({
        ...{ organizationName, name, lastSix, holder: holder.name, at: now },
        ...{ link, host },
      })
      await enqueue({ organizationId, kind: 'notice', subjectId: id, payload: { to, ...mail } })
    }
  }
}
