import { PageSkeleton } from '@/components/console-frame/page-skeleton'
import { PageHeader } from '@/components/layout/page'

export default function Loading() {
  return (
    <>
      <PageHeader title="Cloud" />
      <PageSkeleton />
    </>
  )
}
