'use client'
import { type DehydratedState, HydrationBoundary, hashKey } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useMaybeViewer } from '@/components/access/viewer'
import type { PrefetchedRead } from '@/lib/domain/prefetched-read'
import { OtherOrganization } from './other-organization'

type Props = { reads: readonly (string | null)[]; children: ReactNode }

/**
 * Puts what the server read (`prefetch`) into the query cache. As text, because React walks through anything else, twice. A page
 * that came from another organization than the frame around it is not shown: the frame says what happened.
 */
export function Prefetched({ reads, children }: Props) {
  const frame = useMaybeViewer()
  const joined = `[${reads.filter((text) => text !== null).join()}]`
  const { made, state } = useMemo(() => dehydrated(JSON.parse(joined)), [joined])
  const strange = frame !== null && made !== undefined && made !== frame.organizationId
  if (strange) return <OtherOrganization />
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}

const dehydrated = (reads: readonly PrefetchedRead[]) => ({
  made: reads[0]?.key[0],
  state: stateOf(reads),
})

const stateOf = (reads: readonly PrefetchedRead[]): DehydratedState => ({
  mutations: [],
  queries: reads.map(({ key, data, at }) => ({
    dehydratedAt: at,
    queryHash: hashKey(key),
    queryKey: key,
    state: {
      data,
      dataUpdateCount: 1,
      dataUpdatedAt: at,
      error: null,
      errorUpdateCount: 0,
      errorUpdatedAt: 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      isInvalidated: false,
      status: 'success',
      fetchStatus: 'idle',
    },
  })),
})
