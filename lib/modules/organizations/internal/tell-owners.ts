import 'server-only'
import type { OutboxItem } from '@/lib/kernel/define'
import { consoleLink } from '@/lib/platform/auth/registration-link'
import { env } from '@/lib/platform/env'
import { type Ending, endingMail } from '@/lib/platform/mail/ending-mail'
import { mailIsSetUp } from '@/lib/platform/mail/mail'

type Context = {
  db: {
    membership: {
      findMany(query: {
        where: { organizationId: string; role: string; endedAt: null; suspendedAt: null }
        select: { id: true; email: true }
      }): Promise<{ id: string; email: string }[]>
    }
  }
  enqueue(item: OutboxItem): Promise<void>
}
type Told = Omit<Ending, 'host' | 'link'> & { organizationId: string }

/** A mail to every owner who can act about the end of their organization. Without mail the banner on every page has to do. */
export async function tellOwners({ db, enqueue }: Context, { organizationId, ...ending }: Told) {
  if (!mailIsSetUp()) return
  const owners = await db.membership.findMany({
    where: { organizationId, role: 'owner', endedAt: null, suspendedAt: null },
    select: { id: true, email: true },
  })
  const link = consoleLink('/settings/general', organizationId)
  const mail = endingMail({ ...ending, link, host: new URL(env.PUBLIC_URL).host })
  for (const { id, email: to } of owners) {
    await enqueue({ organizationId, kind: 'notice', subjectId: id, payload: { to, ...mail } })
  }
}
