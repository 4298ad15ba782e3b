'use client'
import { Places, usePlaceName } from '@/components/access/place-picker'
import { PickedFilter } from '@/components/data-table/picked-filter'

type Props = {
  label?: string
  value: string | null
  onChange: (id: string | null) => void
}

/** Who can reach a cloud or a project, by whatever role. */
export function AccessFilter({ label = 'Has access to', value, onChange }: Props) {
  const name = usePlaceName(value)
  return (
    <PickedFilter
      label={label}
      words={value === null ? undefined : (name ?? value)}
      onChange={onChange}
      picker={(choose) => <Places kinds={['project', 'cloud']} onChoose={choose} />}
    />
  )
}
