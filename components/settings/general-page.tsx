'use client'
import type { ReactNode } from 'react'
import { LoadFailed } from '@/components/feedback/states'
import { PageHeader } from '@/components/layout/page'
import { problemOf } from '@/lib/client/problem-error'
import { GeneralTabs } from './general-tabs'

type Props<T> = {
  /** The call that reads the same over the API. */
  path: string
  read: { data: T | undefined; error: Error | null; refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** A tab of /settings/general: its frame, and what it shows once that is read. */
export const GeneralPage = <T,>({ path, read, children }: Props<T>) => (
  <>
    <PageHeader title="General" api={{ method: 'GET', path }} />
    <GeneralTabs />
    {read.data
      ? children(read.data)
      : read.error && (
          <LoadFailed
            title="The settings could not be loaded"
            problem={problemOf(read.error)}
            onRetry={read.refetch}
          />
        )}
  </>
)
