'use client'
import type { Column } from '@/components/data-table/column'
import { bounded, boundedWords } from '@/components/resources/bounded'
import { placeColumns } from '@/components/resources/place-columns'
import type { CloudRow } from '@/components/resources/shapes'
import { Chip } from '@/components/ui/chip'
import { Truncate } from '@/components/ui/truncate'
import { formatCount, plural } from '@/lib/client/words'
import { cloudHref } from './cloud-href'
import { placeWords } from './provider-words'

const columns = placeColumns<CloudRow>(
  'cloud',
  cloudHref,
  ({ isDefault }) =>
    isDefault && (
      <span className="shrink-0">
        <Chip>Default</Chip>
      </span>
    ),
)

export const cloudColumns: readonly Column<CloudRow>[] = [
  columns.name,
  {
    id: 'place',
    header: 'Provider and region',
    width: 180,
    mobile: 'subtitle',
    cell: (cloud) => <Truncate>{placeWords(cloud)}</Truncate>,
    mobileCell: placeWords,
  },
  columns.tier,
  {
    id: 'members',
    header: 'Members',
    width: 84,
    mobile: 'facts',
    cell: ({ members }) => members !== null && bounded(members),
    mobileCell: ({ members }) => members !== null && boundedWords(members, 'member'),
  },
  {
    id: 'projects',
    header: 'Projects',
    width: 84,
    mobile: 'facts',
    cell: ({ projects }) => formatCount(projects),
    mobileCell: ({ projects }) => plural(projects, 'project'),
  },
  {
    id: 'auto',
    header: 'Auto add',
    width: 84,
    mobile: 'facts',
    cell: ({ autoAdd }) => (autoAdd ? 'On' : <span className="text-muted-foreground">Off</span>),
    mobileCell: ({ autoAdd }) => autoAdd && 'Auto add',
  },
  columns.created,
  columns.creator,
  columns.id,
]
