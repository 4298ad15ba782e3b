import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Service accounts" described buttons={2} columns={7} actions />
}
