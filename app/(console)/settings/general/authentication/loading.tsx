import { PageSkeleton } from '@/components/console-frame/page-skeleton'
import { PageHeader } from '@/components/layout/page'
import { GeneralTabs } from '@/components/settings/general-tabs'

export default function Loading() {
  return (
    <>
      <PageHeader title="General" />
      <GeneralTabs />
      <PageSkeleton />
    </>
  )
}
