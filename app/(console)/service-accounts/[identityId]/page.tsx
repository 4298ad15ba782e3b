import { redirect } from 'next/navigation'
import { cache } from 'react'
import { treeInput } from '@/components/access-tree/tree-query'
import { Prefetched } from '@/components/console-frame/prefetched'
import { recentInput } from '@/components/person/person-inputs'
import { AccountScreen } from '@/components/service-accounts/account-screen'
import { isolated } from '@/lib/domain/isolated'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { listApiKeysOfMember } from '@/lib/modules/api-keys/queries/list-api-keys-of-member'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { getServiceAccount } from '@/lib/modules/service-accounts/queries/get-service-account'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../../users/refused'

type Props = { params: Promise<{ identityId: string }> }

const readAccount = cache((accountId: string) => prefetch(getServiceAccount, { accountId }))

export async function generateMetadata({ params }: Props) {
  const { found } = await readAccount((await params).identityId)
  return { title: found.ok ? isolated(found.data.name) : 'Service accounts' }
}

export default async function ServiceAccountPage({ params }: Props) {
  const { identityId } = await params
  const account = await readAccount(identityId)
  const refused = await refusedToOthers(account.found)
  if (refused) return refused
  if (!account.found.ok) return null
  const { id, endedAt } = account.found.data
  if (id !== identityId) redirect(`/service-accounts/${id}`)
  const others = [
    await prefetch(listEvents, recentInput(id)),
    ...(endedAt === null
      ? [
          await prefetch(listApiKeysOfMember, { memberId: id }),
          await prefetch(readTree, treeInput(id)),
        ]
      : []),
  ]
  return (
    <Prefetched reads={[account, ...others].map(({ state }) => state)}>
      <AccountScreen id={id} />
    </Prefetched>
  )
}
