'use client'
import Link from 'next/link'
import type { Column } from '@/components/data-table/column'
import { bounded, boundedWords } from '@/components/resources/bounded'
import { CreatorName } from '@/components/resources/creator'
import type { CloudRow } from '@/components/resources/shapes'
import { TierChip } from '@/components/resources/tier-chip'
import { Chip } from '@/components/ui/chip'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { formatCount, plural } from '@/lib/client/words'
import { cloudHref } from './cloud-href'
import { placeWords } from './provider-words'

const Name = ({ cloud }: { cloud: CloudRow }) => (
  <span className="flex min-w-0 items-center gap-2">
    <Link
      href={cloudHref(cloud)}
      prefetch={false}
      tabIndex={-1}
      className="min-w-0 hover:underline"
    >
      <Truncate className="font-medium text-foreground">{cloud.name}</Truncate>
    </Link>
    {cloud.isDefault && (
      <span className="shrink-0">
        <Chip>Default</Chip>
      </span>
    )}
  </span>
)

export const cloudColumns: readonly Column<CloudRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 240,
    sortable: true,
    mobile: 'title',
    cell: (cloud) => <Name cloud={cloud} />,
  },
  {
    id: 'place',
    header: 'Provider and region',
    width: 180,
    mobile: 'subtitle',
    cell: (cloud) => <Truncate>{placeWords(cloud)}</Truncate>,
    mobileCell: placeWords,
  },
  {
    id: 'tier',
    header: 'Your role',
    width: 140,
    mobile: 'exceptions',
    cell: ({ tier }) => <TierChip of="cloud" tier={tier} />,
  },
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
  {
    id: 'created',
    header: 'Created',
    width: 110,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'creator',
    header: 'By',
    width: 180,
    cell: ({ creator }) => <CreatorName creator={creator} />,
  },
  {
    id: 'cloud-id',
    header: 'Cloud ID',
    width: 250,
    optional: true,
    cell: ({ id }) => <code className="font-mono text-xs">{id}</code>,
  },
]
