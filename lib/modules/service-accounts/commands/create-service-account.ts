import 'server-only'
import { z } from 'zod'
import { accountEmail } from '@/lib/domain/service-account'
import { changed, defineCommand } from '@/lib/kernel/define'
import { newAccountMembership } from '@/lib/modules/members/member'
import { cloudsThatAdd } from '@/lib/platform/db/auto-adding'
import { insertAccount } from '@/lib/platform/db/service-accounts'
import { findAccount } from '../internal/find-account'
import { refuseTakenName } from '../internal/refuse-taken-name'
import { accountDescription, accountName, ServiceAccount } from '../service-account'
import { accountSubject } from '../service-account-subject'

/** A collaborator that no person is. It holds nothing yet but what clouds give to everybody who joins. */
export const createServiceAccount = defineCommand({
  name: 'service_account.create',
  summary: 'Create a service account',
  scope: 'organization',
  permission: 'service_account.create',
  event: 'service_account.created',
  lock: 'organization', // one account of a name
  input: z.object({ name: accountName, description: accountDescription.default('') }),
  output: ServiceAccount,
  async run(context, { name, description }) {
    const { db, self, now, organizationId } = context
    const email = accountEmail(name, organizationId)
    await refuseTakenName(db, { name, email })
    const row = newAccountMembership({ name, email, now })
    await insertAccount(db, row, { description, createdById: self.id })
    const added = await cloudsThatAdd(db, organizationId)
    return changed(await findAccount(context, row.id), {
      subject: accountSubject(row),
      after: { name, email, ...(description && { description }), ...added },
    })
  },
})
