import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { OriginMark, originLabels } from '@/components/access/origin'
import type { PlaceKind } from '@/components/access/place-kind'
import { StatusDot } from '@/components/access/status-dot'
import { tierName } from '@/components/access-tree/explain-words'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { plural } from '@/lib/client/words'
import type { Reaching } from '@/lib/modules/access/reach'

type Reach = Pick<Reaching, 'tier' | 'origins' | 'endsAt'>
type Named<Row> = {
  header: string
  mark: (row: Row) => ReactNode
  name: (row: Row) => string
}

/** Who or what, by which way, and until when. */
export const reachColumns = <Row extends Reach>(
  on: PlaceKind,
  { header, mark, name }: Named<Row>,
  ...more: Column<Row>[]
): readonly Column<Row>[] => [
  {
    id: 'name',
    header,
    width: 240,
    mobile: 'title',
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        {mark(row)}
        <Truncate className="font-medium text-foreground">{name(row)}</Truncate>
      </span>
    ),
    mobileCell: (row) => <bdi>{name(row)}</bdi>,
  },
  ...more,
  {
    id: 'how',
    header: 'How',
    width: 320,
    mobile: 'subtitle',
    cell: (row) => <How {...row} on={on} />,
  },
  {
    id: 'ends',
    header: 'Ends',
    width: 110,
    mobile: 'exceptions',
    cell: ({ endsAt }) =>
      endsAt && (
        <StatusDot tone="warning">
          <Time at={endsAt} kind="end" />
        </StatusDot>
      ),
  },
]

/** "Direct › Write": the way, and what it comes to. */
function How({ tier, origins, on }: Pick<Reach, 'tier' | 'origins'> & { on: PlaceKind }) {
  const [first, ...others] = origins
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {first && <OriginMark origin={first} />}
      {first && tier && <ChevronRight className="size-3.5 shrink-0 text-muted-foreground" />}
      {tier && <span className="shrink-0 font-medium text-foreground">{tierName(tier, on)}</span>}
      {!first && !tier && <span className="text-muted-foreground">Role in the organization</span>}
      {others.length > 0 && (
        <span
          className="shrink-0 text-muted-foreground text-xs"
          title={others.map((o) => originLabels[o]).join(', ')}
        >
          and {plural(others.length, 'other way', 'other ways')}
        </span>
      )}
    </span>
  )
}
