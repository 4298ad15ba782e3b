import 'server-only'
import { placeRoleLabel } from '@/lib/domain/roles'
import type { OutboxItem } from '@/lib/kernel/define'
import { consoleLink } from '@/lib/platform/auth/registration-link'
import type { EndingRole } from '@/lib/platform/db/binding-ends'
import { env } from '@/lib/platform/env'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { roleEndingMail } from '@/lib/platform/mail/role-ending-mail'

/** One mail to each holder of an organization, about all of their roles that end soon. */
export async function warnHolders(
  enqueue: (item: OutboxItem) => Promise<void>,
  ending: readonly EndingRole[],
): Promise<void> {
  if (!mailIsSetUp()) return
  const host = new URL(env.PUBLIC_URL).host
  const holders = [...new Set(ending.map(({ memberId }) => memberId))]
  for (const holder of holders) {
    const roles = ending.filter((each) => each.memberId === holder)
    const [first] = roles
    if (!first) continue
    const { organizationId, organizationName, memberId, email: to } = first
    const link = consoleLink('/my-access', organizationId)
    const named = roles.map((each) => ({
      ...each,
      role: placeRoleLabel({ on: each.project === null ? 'cloud' : 'project', ...each }),
    }))
    const mail = roleEndingMail({ organizationName, roles: named, link, host })
    await enqueue({ organizationId, kind: 'notice', subjectId: memberId, payload: { to, ...mail } })
  }
}
