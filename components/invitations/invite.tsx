'use client'
import { type RefObject, useState } from 'react'
import { InviteForm } from './invite-form'
import { InviteResult } from './invite-result'
import type { SendAnswer } from './send-answer'

type Props = {
  open: boolean
  onClose: () => void
  /** Puts it back into the address: the Back button took it out while something was typed. */
  onReopen: () => void
  /** Where focus goes when all is done; the form that had it is long gone then. */
  opener: RefObject<HTMLElement | null>
}

/** The dialog `?invite=1`, then what happened to each address: kept in memory alone, so a reload shows no link again. */
export function Invite({ open, onClose, onReopen, opener }: Props) {
  const [typed, setTyped] = useState(false)
  const [answer, setAnswer] = useState<SendAnswer | null>(null)
  const done = () => {
    setAnswer(null)
    setTimeout(() => opener.current?.focus())
  }
  if (answer) return <InviteResult answer={answer} onClose={done} />
  if (!open && !typed) return null
  const close = () => {
    setTyped(false)
    onClose()
  }
  return (
    <InviteForm
      open={open}
      onTyped={setTyped}
      onReopen={onReopen}
      onClose={close}
      onSent={(sent) => {
        setAnswer(sent)
        close()
      }}
    />
  )
}
