import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { setSuspended } from '@/lib/platform/db/member-list'
import { findAccount } from '../internal/find-account'
import { ServiceAccount } from '../service-account'
import { accountSubject } from '../service-account-subject'

/** Its live keys work again at once, with the roles of before. */
export const enableServiceAccount = defineCommand({
  name: 'service_account.enable',
  summary: 'Enable a service account that is disabled',
  scope: 'organization',
  permission: 'service_account.change',
  event: 'service_account.enabled',
  lock: 'organization',
  fresh: true,
  input: z.object({ accountId: idOf('ide') }),
  output: ServiceAccount,
  async run(context, { accountId }) {
    const { db } = context
    const present = await findAccount(context, accountId)
    if (!present.disabledAt) return unchanged(present)
    await setSuspended(db, present.id, null)
    return changed(await findAccount(context, present.id), {
      subject: accountSubject(present),
      before: { state: 'disabled', since: present.disabledAt },
      after: { state: 'enabled', keys: present.keys },
    })
  },
})
