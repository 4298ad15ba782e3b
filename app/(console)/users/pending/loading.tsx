import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Users" tabs={2} buttons={3} columns={6} selectable actions />
}
