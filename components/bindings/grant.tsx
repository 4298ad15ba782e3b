'use client'
import { useState } from 'react'
import type { Granted } from './binding-shapes'
import { GrantForm } from './grant-form'
import { GrantResults } from './grant-results'
import type { Place } from './place'

type Props = { place: Place; onClose: () => void }

/** The dialog `?grant=1`: people and a role, then what happened to each. */
export function Grant({ place, onClose }: Props) {
  const [answer, setAnswer] = useState<Granted | null>(null)
  if (answer) return <GrantResults place={place} answer={answer} onClose={onClose} />
  return <GrantForm place={place} onClose={onClose} onGranted={setAnswer} />
}
