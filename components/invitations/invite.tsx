'use client'
import { type RefObject, useState } from 'react'
import { InviteForm } from './invite-form'
import { InviteResult } from './invite-result'
import type { SendAnswer } from './send-answer'

type Props = {
  open: boolean
  onClose: () => void
  /** Where focus goes when all is done; the form that had it is long gone then. */
  opener: RefObject<HTMLElement | null>
}

/** The dialog `?invite=1`, then what happened to each address: kept in memory alone, so a reload shows no link again. */
export function Invite({ open, onClose, opener }: Props) {
  const [answer, setAnswer] = useState<SendAnswer | null>(null)
  const done = () => {
    setAnswer(null)
    setTimeout(() => opener.current?.focus())
  }
  if (answer) return <InviteResult answer={answer} onClose={done} />
  if (!open) return null
  return (
    <InviteForm
      onClose={onClose}
      onSent={(sent) => {
        setAnswer(sent)
        onClose()
      }}
    />
  )
}
