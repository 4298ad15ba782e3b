import 'server-only'
import type { OutboxItem } from '@/lib/kernel/define'
import { consoleLink } from '@/lib/platform/auth/registration-link'
import type { EndingKey } from '@/lib/platform/db/key-ends'
import { env } from '@/lib/platform/env'
import { keyEndingMail } from '@/lib/platform/mail/key-ending-mail'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { type OwnersDb, ownersOf } from './owners-of'

type Context = { db: OwnersDb; enqueue(item: OutboxItem): Promise<void> }
type Told = { organizationId: string; id: string; email: string; keys: EndingKey[] }

/** One mail to each who is told in an organization, about all of those keys. A service account has no mailbox. */
export async function warnOfEnds(
  { db, enqueue }: Context,
  ending: readonly EndingKey[],
): Promise<void> {
  if (!mailIsSetUp()) return
  const told = new Map<string, Told>()
  for (const key of ending) {
    const { organizationId } = key
    for (const { id, email } of key.told ? [key.told] : await ownersOf(db, organizationId)) {
      const one = told.get(id) ?? { organizationId, id, email, keys: [] }
      told.set(id, { ...one, keys: [...one.keys, key] })
    }
  }
  const host = new URL(env.PUBLIC_URL).host
  for (const { organizationId, id, email: to, keys } of told.values()) {
    const own = keys.every(({ holder }) => holder.id === id)
    const link = consoleLink(own ? '/api-keys' : '/api-keys/everybody', organizationId)
    const mail = keyEndingMail({
      organizationName: keys[0]?.organizationName ?? '',
      keys: keys.map(({ holder, ...key }) => ({
        ...key,
        account: holder.id === id ? null : holder.name,
      })),
      link,
      host,
    })
    await enqueue({ organizationId, kind: 'notice', subjectId: id, payload: { to, ...mail } })
  }
}
