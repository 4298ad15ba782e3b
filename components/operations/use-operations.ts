'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import { useStored } from '@/lib/client/stored'
import type { Operation } from '@/lib/modules/operations/operation'

const LOOK_EVERY = 1_000 // ms, while something runs
const LOOK_AGAIN = 10_000 // ms, after no answer
const SHOWN_FOR = 10 * 60_000 // ms after its end, also after a reload

/** The reads that show what operations change. */
const touched = [
  'member.list',
  'member.get',
  'member.profile',
  'invitation.list',
  'invitation.preview',
  'operation.list_items',
  'organization.current',
]

/** One’s own operations that run, or ended a moment ago and were not put away. */
export function useOperations() {
  const { organizationId, identityId } = useViewer()
  const queries = useQueryClient()
  const denied = useDenial()('operation.read') !== null
  const [away, setAway] = useStored(`operations:${identityId}`)
  const { data } = useQuery({
    ...consoleQuery<Operation[]>(organizationId, 'operation.list_recent'),
    enabled: !denied,
    staleTime: 0,
    refetchInterval: ({ state: { data, status } }) => {
      if (status === 'error') return LOOK_AGAIN
      return data?.some(({ state }) => state === 'running') ? LOOK_EVERY : false
    },
  })
  const own = denied ? [] : (data ?? []).filter(({ startedBy }) => startedBy.id === identityId)
  const moved = own
    .map(({ id, done, refused, state }) => `${id} ${done} ${refused} ${state}`)
    .join()
  const known = data !== undefined
  const before = useRef<string>(undefined)
  useEffect(() => {
    if (!known) return
    const isFirst = before.current === undefined
    before.current = moved
    if (isFirst) return
    for (const name of touched) {
      void queries.invalidateQueries({ queryKey: [organizationId, name] })
    }
  }, [known, moved, organizationId, queries])

  const putAway = (away ?? '').split(' ')
  const shown = own.filter(
    ({ id, state, finishedAt }) =>
      state === 'running' ||
      (!putAway.includes(id) && Date.now() - Date.parse(finishedAt ?? '') < SHOWN_FOR),
  )
  return {
    shown: shown.slice(0, 3),
    putAway: (id: string) => setAway([id, ...putAway].slice(0, 20).join(' ')),
  }
}
