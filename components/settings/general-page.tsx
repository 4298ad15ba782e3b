'use client'
import type { ComponentProps, ReactNode } from 'react'
import { Loaded } from '@/components/feedback/loaded'
import { PageHeader } from '@/components/layout/page'
import { GeneralTabs } from './general-tabs'

type Props<T> = {
  /** The call that reads the same over the API. */
  path: string
  read: ComponentProps<typeof Loaded<T>>['read']
  children: (data: T) => ReactNode
}

/** A tab of /settings/general: its frame, and what it shows once that is read. */
export const GeneralPage = <T,>({ path, read, children }: Props<T>) => (
  <>
    <PageHeader title="General" api={{ method: 'GET', path }} />
    <GeneralTabs />
    <Loaded read={read} failed="The settings could not be loaded">
      {children}
    </Loaded>
  </>
)
