import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="Audit log" buttons={2} columns={5} />
}
