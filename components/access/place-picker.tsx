'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import { Picker, PickerList } from './picker'
import { placeGlyph } from './place-glyph'
import { kindOf } from './place-kind'
import { useViewer } from './viewer'

/** A cloud, or a project with the cloud that it is on. */
export type FoundPlace = { id: string; name: string; cloud?: { id: string; name: string } }
type Found = { rows: FoundPlace[] }

type Props = {
  /** Which places the question is about. */
  kinds: readonly ('cloud' | 'project')[]
  id: string | null
  onChoose: (id: string, place: FoundPlace) => void
}

/** A cloud or a project that the reader can reach. */
export function PlacePicker({ kinds, id, onChoose }: Props) {
  const name = usePlaceName(id)
  const words = kinds.length > 1 ? 'a cloud or project' : `a ${kinds[0]}`
  return (
    <Picker
      label="Place"
      icon={placeGlyph(kindOf(id) ?? kinds[0] ?? 'project')}
      words={name ?? (id === null ? `Choose ${words}` : '…')}
      chosen={id !== null}
    >
      {(close) => (
        <Places
          kinds={kinds}
          onChoose={(value, place) => {
            onChoose(value, place)
            close()
          }}
        />
      )}
    </Picker>
  )
}

/** The name of a place by its id; undefined until it is read, or where it may not be. */
export function usePlaceName(id: string | null): string | undefined {
  const { organizationId } = useViewer()
  const kind = kindOf(id)
  const { data } = useQuery({
    ...consoleQuery<{ name: string }>(organizationId, `${kind}.get`, { [`${kind}Id`]: id }),
    enabled: kind !== null,
    placeholderData: undefined,
  })
  return data?.name
}

/** Clouds and projects by part of their name. */
export function Places({ kinds, onChoose }: Pick<Props, 'kinds' | 'onChoose'>) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const search = useSettled(text)
  const input = { ...(search && { search }), count: 8 }
  const of = (kind: 'cloud' | 'project') => ({
    ...consoleQuery<Found>(
      organizationId,
      `${kind}.list`,
      kind === 'project' ? { ...input, includeDefaults: true } : input,
    ),
    enabled: kinds.includes(kind),
  })
  const clouds = useQuery(of('cloud'))
  const projects = useQuery(of('project'))
  const found = [...(clouds.data?.rows ?? []), ...(projects.data?.rows ?? [])]
  return (
    <PickerList
      label="Place"
      placeholder="Name"
      search={{ text, onChange: setText }}
      empty="Nothing of that name is in reach"
      groups={[
        { label: 'Projects', options: kinds.includes('project') ? optionsOf(projects.data) : [] },
        { label: 'Clouds', options: kinds.includes('cloud') ? optionsOf(clouds.data) : [] },
      ].filter(({ options }) => options.length > 0)}
      onChoose={(id) => {
        const place = found.find((row) => row.id === id)
        if (place) onChoose(id, place)
      }}
    />
  )
}

const optionsOf = (found: Found | undefined) =>
  (found?.rows ?? []).map(({ id, name, cloud }) => ({
    value: id,
    label: name,
    icon: placeGlyph(cloud ? 'project' : 'cloud'),
    ...(cloud && { hint: `on ${cloud.name}` }),
  }))
