'use client'
import type { Column } from '@/components/data-table/column'
import { bounded, boundedWords } from '@/components/resources/bounded'
import { PlaceLink, placeColumns } from '@/components/resources/place-columns'
import type { ProjectRow } from '@/components/resources/shapes'
import { Truncate } from '@/components/ui/truncate'
import { VisibilityChip } from './visibility-chip'

export const projectHref = ({ id }: Pick<ProjectRow, 'id'>) => `/projects/${id}/access`

const columns = placeColumns<ProjectRow>('project', projectHref)
const cloud: Column<ProjectRow> = {
  id: 'cloud',
  header: 'Cloud',
  width: 170,
  mobile: 'subtitle',
  cell: (project) => (
    <PlaceLink href={`/clouds/${project.cloud.id}/projects`}>{project.cloud.name}</PlaceLink>
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
  { ...columns.tier, width: 130 },
  {
    id: 'members',
    header: 'Members',
    width: 72,
    mobile: 'facts',
    cell: ({ members }) => bounded(members),
    mobileCell: ({ members }) => boundedWords(members, 'member'),
  },
  columns.created,
  columns.creator,
  {
    id: 'description',
    header: 'Description',
    width: 260,
    optional: true,
    cell: ({ description }) => description && <Truncate>{description}</Truncate>,
  },
  columns.id,
]

export const projectColumns = [columns.name, cloud, ...others]
/** In the tab of a cloud, which needs no naming there; narrower, so that at 640 px no sorting lies under the menus. */
export const projectColumnsOfCloud = [{ ...columns.name, width: 190 }, ...others]
