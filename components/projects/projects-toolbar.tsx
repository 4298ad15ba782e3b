'use client'
import { useQuery } from '@tanstack/react-query'
import { useDenial, useViewer } from '@/components/access/viewer'
import { useIdName } from '@/components/audit-log/id-names'
import { cloudQuery } from '@/components/clouds/cloud-queries'
import type { FilterPart } from '@/components/data-table/filter-part'
import { filterParts } from '@/components/data-table/filter-parts'
import { PickedFilter } from '@/components/data-table/picked-filter'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { PlacesToolbar } from '@/components/resources/places-toolbar'
import { lazily } from '@/components/ui/lazily'
import { isFiltered } from './project-list'
import type { useProjects } from './use-projects'

const CloudPicker = lazily(() =>
  import('@/components/clouds/cloud-picker').then((m) => m.CloudPicker),
)
const PersonPicker = lazily(() =>
  import('@/components/audit-log/person-picker').then((m) => m.PersonPicker),
)

type Props = {
  projects: ReturnType<typeof useProjects>
  view: TableViewOptions
  /** The list of one cloud: no filter by cloud. */
  cloudId?: string
}

const visibilities = [
  { value: 'public', label: 'Public' },
  { value: 'private', label: 'Private' },
] as const
const mineOptions = [{ value: '1', label: 'My own role' }] as const

export function ProjectsToolbar({ projects, view, cloudId }: Props) {
  const { organizationId } = useViewer()
  const { state, filter } = projects
  const seesPeople = useDenial()('member.list') === null
  const creator = useIdName(state.creator)
  const cloud = useQuery({
    ...cloudQuery(organizationId, state.cloud ?? ''),
    enabled: state.cloud !== null && cloudId === undefined,
    placeholderData: undefined,
  }).data?.name
  const { part, one } = filterParts(state, filter)
  const parts: FilterPart[] = [
    one('visibility', 'Visibility', visibilities),
    one('mine', 'Given to me', mineOptions),
  ]
  if (cloudId === undefined) {
    parts.unshift(
      part(
        'cloud',
        'Cloud',
        <PickedFilter
          label="Cloud"
          words={state.cloud === null ? undefined : (cloud ?? 'One cloud')}
          onChange={(id) => filter({ cloud: id })}
          picker={(choose) => <CloudPicker label="Cloud" onChoose={choose} />}
        />,
      ),
    )
  }
  if (seesPeople || state.creator) {
    parts.push(
      part(
        'creator',
        'Created by',
        <PickedFilter
          label="Created by"
          words={creator}
          onChange={(id) => filter({ creator: id })}
          picker={(choose) => (
            <PersonPicker label="Created by" withSystem={false} onChoose={choose} />
          )}
        />,
      ),
    )
  }
  return <PlacesToolbar list={projects} parts={parts} filtered={isFiltered(state)} view={view} />
}
