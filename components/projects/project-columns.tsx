'use client'
import Link from 'next/link'
import type { Column } from '@/components/data-table/column'
import { bounded, boundedWords } from '@/components/resources/bounded'
import { CreatorName } from '@/components/resources/creator'
import type { ProjectRow } from '@/components/resources/shapes'
import { TierChip } from '@/components/resources/tier-chip'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { VisibilityChip } from './visibility-chip'

export const projectHref = ({ id }: Pick<ProjectRow, 'id'>) => `/projects/${id}/access`

const Name = ({ project }: { project: ProjectRow }) => (
  <Link
    href={projectHref(project)}
    prefetch={false}
    tabIndex={-1}
    className="block min-w-0 hover:underline"
  >
    <Truncate className="font-medium text-foreground">{project.name}</Truncate>
  </Link>
)

const name: Column<ProjectRow> = {
  id: 'name',
  header: 'Name',
  width: 240,
  sortable: true,
  mobile: 'title',
  cell: (project) => <Name project={project} />,
}
const cloud: Column<ProjectRow> = {
  id: 'cloud',
  header: 'Cloud',
  width: 170,
  mobile: 'subtitle',
  cell: (project) => (
    <Link
      href={`/clouds/${project.cloud.id}/projects`}
      prefetch={false}
      tabIndex={-1}
      className="block min-w-0 hover:underline"
    >
      <Truncate>{project.cloud.name}</Truncate>
    </Link>
  ),
  mobileCell: (project) => <bdi>{project.cloud.name}</bdi>,
}
const others: readonly Column<ProjectRow>[] = [
  {
    id: 'visibility',
    header: 'Visibility',
    width: 84,
    mobile: 'facts',
    cell: ({ isPublic }) => <VisibilityChip isPublic={isPublic} plain />,
    mobileCell: ({ isPublic }) => (isPublic ? 'Public' : 'Private'),
  },
  {
    id: 'tier',
    header: 'Your role',
    width: 130,
    mobile: 'exceptions',
    cell: ({ tier }) => <TierChip of="project" tier={tier} />,
  },
  {
    id: 'members',
    header: 'Members',
    width: 72,
    mobile: 'facts',
    cell: ({ members }) => bounded(members),
    mobileCell: ({ members }) => boundedWords(members, 'member'),
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
    id: 'description',
    header: 'Description',
    width: 260,
    optional: true,
    cell: ({ description }) => description && <Truncate>{description}</Truncate>,
  },
  {
    id: 'project-id',
    header: 'Project ID',
    width: 250,
    optional: true,
    cell: ({ id }) => <code className="font-mono text-xs">{id}</code>,
  },
]

export const projectColumns = [name, cloud, ...others]
/** In the tab of a cloud, which needs no naming there; narrower, so that at 640 px no sorting lies under the menus. */
export const projectColumnsOfCloud = [{ ...name, width: 190 }, ...others]
