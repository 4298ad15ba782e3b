import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Users" tabs={2} buttons={4} columns={7} selectable actions />
}
