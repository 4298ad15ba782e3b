import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import type { Tier } from '@/lib/domain/roles'
import { CreatorName } from './creator'
import type { CreatedBy } from './shapes'
import { TierChip } from './tier-chip'

type Row = { id: string; name: string; tier: Tier; createdAt: string; creator: CreatedBy }

type LinkProps = { href: string; children: string; strong?: boolean }

/** A name in a row, which the arrow keys pass: Enter opens the row. */
export const PlaceLink = ({ href, children, strong }: LinkProps) => (
  <Link href={href} prefetch={false} tabIndex={-1} className="block min-w-0 hover:underline">
    <Truncate className={strong ? 'font-medium text-foreground' : undefined}>{children}</Truncate>
  </Link>
)

/** The columns that clouds and projects have alike. `note`: a chip after the name. */
export const placeColumns = <R extends Row>(
  of: 'cloud' | 'project',
  hrefOf: (row: R) => string,
  note?: (row: R) => ReactNode,
) => ({
  name: {
    id: 'name',
    header: 'Name',
    width: 240,
    sortable: true,
    mobile: 'title',
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <PlaceLink strong href={hrefOf(row)}>
          {row.name}
        </PlaceLink>
        {note?.(row)}
      </span>
    ),
  } satisfies Column<R>,
  tier: {
    id: 'tier',
    header: 'Your role',
    width: 140,
    mobile: 'exceptions',
    cell: ({ tier }) => <TierChip of={of} tier={tier} />,
  } satisfies Column<R>,
  created: {
    id: 'created',
    header: 'Created',
    width: 110,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  } satisfies Column<R>,
  creator: {
    id: 'creator',
    header: 'By',
    width: 180,
    cell: ({ creator }) => <CreatorName creator={creator} />,
  } satisfies Column<R>,
  id: {
    id: `${of}-id`,
    header: of === 'cloud' ? 'Cloud ID' : 'Project ID',
    width: 250,
    optional: true,
    cell: ({ id }) => <code className="font-mono text-xs">{id}</code>,
  } satisfies Column<R>,
})
