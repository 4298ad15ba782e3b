import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Clouds" buttons={2} columns={8} actions />
}
