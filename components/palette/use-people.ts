'use client'
import { useQuery } from '@tanstack/react-query'
import { useDenial, useViewer } from '@/components/access/viewer'
import type { MemberPage } from '@/components/members/member-list'
import { useSettled } from '@/components/members/use-settled'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { fold, searchable } from '@/lib/domain/fold'

const SHOWN = 6

/** The people a text means, as far as the viewer may see people at all. */
export function usePeople(who: string) {
  const { organizationId } = useViewer()
  const may = useDenial()('member.list') === null
  const search = useSettled(who)
  const { data, error, isFetching, refetch } = useQuery({
    ...consoleQuery<MemberPage>(organizationId, 'member.list', { search, count: SHOWN }),
    enabled: may && fold(search) !== '',
  })
  const asked = may && fold(who) !== ''
  // The answer to what was typed before may still be here: nobody that the text does not mean.
  const rows = (asked ? (data?.rows ?? []) : []).filter(({ name, email }) =>
    searchable(name, email).includes(fold(who)),
  )
  return {
    rows,
    owners: data?.owners ?? 0,
    loading: asked && (isFetching || search !== who),
    problem: asked && error ? problemOf(error) : null,
    retry: () => void refetch(),
  }
}
