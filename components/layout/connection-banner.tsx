'use client'
import { useQueryClient } from '@tanstack/react-query'
import { ServerOff, WifiOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Banner } from '@/components/feedback/banner'
import { useConnection } from '@/lib/client/connection'

/** The device is offline, or Gatehouse does not answer; told apart, and gone when it is back, with everything read anew. */
export function ConnectionBanner() {
  const connection = useConnection()
  const queries = useQueryClient()
  const before = useRef(connection)
  useEffect(() => {
    if (connection === 'online' && before.current !== 'online') {
      void queries.refetchQueries({ type: 'active' })
    }
    before.current = connection
  }, [connection, queries])
  return (
    // Always there, so that what comes into it is announced, over an open dialog too.
    <div aria-live="polite" className="px-(--gutter) not-empty:pt-4">
      {connection === 'offline' && (
        <Banner tone="warning" title="No connection" icon={<WifiOff />}>
          Showing what was loaded before. Nothing can be saved now; what you type stays.
        </Banner>
      )}
      {connection === 'unreachable' && (
        <Banner tone="warning" title="Gatehouse cannot be reached" icon={<ServerOff />}>
          Showing what was loaded before. This page tries again by itself; what you type stays.
        </Banner>
      )}
    </div>
  )
}
