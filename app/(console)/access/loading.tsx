import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Access explorer" tabs={3} buttons={2} columns={3} />
}
