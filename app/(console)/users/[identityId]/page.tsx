import { redirect } from 'next/navigation'
import { createLoader, type SearchParams } from 'nuqs/server'
import { cache } from 'react'
import { treeInput } from '@/components/access-tree/tree-query'
import { Prefetched } from '@/components/console-frame/prefetched'
import { memberHref } from '@/components/members/member-href'
import { memberListParsers } from '@/components/members/member-list'
import { neighboursInput, recentInput } from '@/components/person/person-inputs'
import { PersonScreen } from '@/components/person/person-screen'
import { isolated } from '@/lib/domain/isolated'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { listApiKeysOfMember } from '@/lib/modules/api-keys/queries/list-api-keys-of-member'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { readNeighbours } from '@/lib/modules/members/queries/read-neighbours'
import { readProfile } from '@/lib/modules/members/queries/read-profile'
import { listSessionsOfMember } from '@/lib/modules/sessions/queries/list-sessions-of-member'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../refused'

const loadMemberList = createLoader(memberListParsers)

type Props = {
  params: Promise<{ identityId: string }>
  searchParams: Promise<SearchParams>
}

const readPerson = cache((id: string) => prefetch(readProfile, { id }))

export async function generateMetadata({ params }: Props) {
  const { found } = await readPerson((await params).identityId)
  return { title: found.ok ? isolated(found.data.member.name) : 'Users' }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { identityId } = await params
  const profile = await readPerson(identityId)
  const refused = await refusedToOthers(profile.found)
  if (refused) return refused
  if (!profile.found.ok) return null
  const { id, endedAt, kind } = profile.found.data.member
  if (kind === 'service_account') redirect(memberHref({ id, kind }))
  if (id !== identityId) redirect(`/users/${id}`)
  const list = await loadMemberList(searchParams)
  const others = [
    await prefetch(readNeighbours, neighboursInput(id, list)),
    await prefetch(listSessionsOfMember, { memberId: id }),
    await prefetch(listApiKeysOfMember, { memberId: id }),
    await prefetch(listEvents, recentInput(id)),
    ...(endedAt === null ? [await prefetch(readTree, treeInput(id))] : []),
  ]
  return (
    <Prefetched reads={[profile, ...others].map(({ state }) => state)}>
      <PersonScreen id={id} />
    </Prefetched>
  )
}
