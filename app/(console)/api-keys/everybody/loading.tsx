import { ListSkeleton } from '@/components/console-frame/list-skeleton'

export default function Loading() {
  return <ListSkeleton title="API keys" described buttons={1} columns={7} selectable actions />
}
