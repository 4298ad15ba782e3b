import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { setSuspended } from '@/lib/platform/db/member-list'
import { findAccount } from '../internal/find-account'
import { ServiceAccount } from '../service-account'
import { accountSubject } from '../service-account-subject'

/** Its keys are refused from the next request on. Nothing is lost: enabled, it has exactly the keys and roles of before. */
export const disableServiceAccount = defineCommand({
  name: 'service_account.disable',
  summary: 'Disable a service account: its keys are refused meanwhile',
  scope: 'organization',
  permission: 'service_account.change',
  event: 'service_account.disabled',
  lock: 'organization',
  fresh: true,
  input: z.object({ accountId: idOf('ide') }),
  output: ServiceAccount,
  async run(context, { accountId }) {
    const { db, self, now } = context
    const present = await findAccount(context, accountId)
    if (present.disabledAt) return unchanged(present)
    await setSuspended(db, present.id, { at: now, id: self.id })
    return changed(await findAccount(context, present.id), {
      subject: accountSubject(present),
      before: { state: 'enabled' },
      after: { state: 'disabled', keys: present.keys },
    })
  },
})
