'use client'
import type { ReactNode } from 'react'
import { problemOf } from '@/lib/client/problem-error'
import { LoadFailed } from './states'

type Props<Data> = {
  read: { data: Data | undefined; error: Error | null; refetch: () => unknown }
  /** "This cloud could not be loaded" */
  failed: string
  children: (data: Data) => ReactNode
}

/** What is read, once it is there; or why it is not, and the way to try again. */
export function Loaded<Data>({ read: { data, error, refetch }, failed, children }: Props<Data>) {
  if (data) return children(data)
  return error && <LoadFailed title={failed} problem={problemOf(error)} onRetry={refetch} />
}
