import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="API keys" described buttons={2} columns={6} selectable actions />
}
