'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { problemOf } from '@/lib/client/problem-error'

/** Runs `onRefused` when a read of this page is refused for want of a permission: the viewer's role has changed. */
export function useRefusedReads(organizationId: string, onRefused: () => void) {
  const queries = useQueryClient()
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return
        if (event.query.queryKey[0] !== organizationId) return
        if (problemOf(event.action.error).code === 'forbidden') onRefused()
      }),
    [queries, organizationId, onRefused],
  )
}
