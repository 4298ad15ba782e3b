'use client'
import { useState } from 'react'
import { InviteForm } from './invite-form'
import { InviteResult, type SendAnswer } from './invite-result'

type Props = { open: boolean; onClose: () => void }

/** The dialog `?invite=1`, then what happened to each address: kept in memory alone, so a reload shows no link again. */
export function Invite({ open, onClose }: Props) {
  const [answer, setAnswer] = useState<SendAnswer | null>(null)
  if (answer) return <InviteResult answer={answer} onClose={() => setAnswer(null)} />
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
