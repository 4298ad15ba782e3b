import 'server-only'
import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { isolated } from '@/lib/domain/isolated'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { accountEmail } from '@/lib/domain/service-account'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuseStale } from '@/lib/kernel/stale'
import { describeAccount, renameAccount } from '@/lib/platform/db/service-accounts'
import { findAccount } from '../internal/find-account'
import { refuseTakenName } from '../internal/refuse-taken-name'
import { accountDescription, accountName, ServiceAccount } from '../service-account'
import { accountSubject } from '../service-account-subject'

/** Another name brings another address; ids, keys and roles stay. */
export const changeServiceAccount = defineCommand({
  name: 'service_account.change',
  summary: 'Rename a service account, or say what it is for',
  scope: 'organization',
  permission: 'service_account.change',
  event: 'service_account.changed',
  lock: 'organization', // one account of a name
  input: z.object({
    accountId: idOf('ide'),
    name: accountName.optional(),
    description: accountDescription.optional(),
    expectedVersion,
  }),
  output: ServiceAccount,
  async run(context, { accountId, expectedVersion, ...asked }) {
    const { db, organizationId } = context
    const present = await findAccount(context, accountId)
    const { name = present.name, description = present.description } = asked
    const renamed = name !== present.name
    const described = description !== present.description
    if (!renamed && !described) return unchanged(present)
    const seen = { name: present.name, description: present.description }
    refuseStale(present, expectedVersion, isolated(present.name), seen)
    const email = accountEmail(name, organizationId)
    if (renamed) {
      await refuseTakenName(db, { name, email, except: present.id })
      const folded = { searchable: searchable(name, email), sortKey: nameSortKey(name) }
      await renameAccount(db, present.id, { name, email, ...folded })
    }
    if (described) await describeAccount(db, present.id, description, { renamed })
    const facts = (of: { name: string; email: string; description: string }) => ({
      ...(renamed && { name: of.name, email: of.email }),
      ...(described && { description: of.description }),
    })
    return changed(await findAccount(context, present.id), {
      subject: accountSubject({ id: present.id, name }),
      before: facts(present),
      after: facts({ name, email, description }),
    })
  },
})
