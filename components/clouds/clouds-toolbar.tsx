'use client'
import { filterParts } from '@/components/data-table/filter-parts'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { PlacesToolbar } from '@/components/resources/places-toolbar'
import { isFiltered } from './cloud-list'
import type { useClouds } from './use-clouds'

type Props = { clouds: ReturnType<typeof useClouds>; view: TableViewOptions }

const autoOptions = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

export function CloudsToolbar({ clouds, view }: Props) {
  const { state, filter } = clouds
  const { one } = filterParts(state, filter)
  const parts = [one('auto', 'Auto add', autoOptions)]
  return <PlacesToolbar list={clouds} parts={parts} filtered={isFiltered(state)} view={view} />
}
