'use client'
import type { PlaceKind } from './place-kind'
import { PlacePicker } from './place-picker'

type Props = { level: PlaceKind; id: string | null; onChoose: (id: string) => void }

/** "… on grasp-policy-rl" in a question about a cloud or a project; of the organization there is one. */
export const OnPlace = ({ level, id, onChoose }: Props) =>
  level !== 'organization' && (
    <span className="flex min-w-0 max-w-full items-center gap-2">
      <span className="font-medium">on</span>
      <PlacePicker kinds={[level]} id={id} onChoose={onChoose} />
    </span>
  )
