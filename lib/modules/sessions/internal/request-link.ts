import 'server-only'
import type { OutboxItem } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { LinkPurpose } from '@/lib/modules/persons/link'
import { mailIsSetUp } from '@/lib/platform/mail/mail'

type Context = { now: Date; enqueue(item: OutboxItem): Promise<void> }
type Asked = { email: string; organizationId?: string | undefined }

/** Leaves a request for a link to the worker: one row, whoever has the address, or nobody. */
export async function requestLink(
  { now, enqueue }: Context,
  purpose: LinkPurpose,
  { email, organizationId = undefined }: Asked,
): Promise<void> {
  if (!mailIsSetUp()) throw new Problem('mail_not_set_up', mailMissing)
  const wanted = { wantedOrganizationId: organizationId ?? null }
  const payload = { purpose, email, ...wanted, askedAt: now.toISOString() }
  await enqueue({ organizationId: '', kind: 'link', subjectId: purpose, payload })
}

export const mailMissing = 'Mail is not set up on this server. Ask whoever runs it.'
