'use client'
import { type DehydratedState, HydrationBoundary, hashKey } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { PrefetchedRead } from '@/lib/domain/prefetched-read'

type Props = { reads: readonly (string | null)[]; children: ReactNode }

/** Puts what the server read (`prefetch`) into the query cache. As text, because React walks through anything else, twice. */
export function Prefetched({ reads, children }: Props) {
  const joined = `[${reads.filter((text) => text !== null).join()}]`
  const state = useMemo(() => dehydrated(JSON.parse(joined)), [joined])
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}

const dehydrated = (reads: readonly PrefetchedRead[]): DehydratedState => ({
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
