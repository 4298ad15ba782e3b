'use client'
import { type RefObject, useState } from 'react'
import { SendRunDialog } from '@/components/invitations/send-run-dialog'
import { useSendRun } from '@/components/invitations/use-send-run'
import { ImportReview } from './import-review'
import { ImportSource } from './import-source'
import type { Source } from './source'

type Props = {
  open: boolean
  onClose: () => void
  /** Puts it back into the address: the Back button took it out while something was pasted. */
  onReopen: () => void
  /** Where focus goes when all is done. */
  opener: RefObject<HTMLElement | null>
}

/** The dialog `?import=1`: choose a file, see what would happen, send, and what happened to each line. */
export function ImportPeople({ open, onClose, onReopen, opener }: Props) {
  const [source, setSource] = useState<Source | null>(null)
  const [typed, setTyped] = useState(false)
  const { run, start, stop, forget } = useSendRun()
  const close = () => {
    setTyped(false)
    setSource(null)
    if (open) onClose()
  }
  if (run) {
    const done = () => {
      const whole = run.phase === 'done'
      forget()
      // What is left of the file is checked again: who was invited meanwhile then shows as such.
      if (whole || !open) close()
      if (whole) setTimeout(() => opener.current?.focus())
    }
    return (
      <SendRunDialog
        run={run}
        onStop={stop}
        onDone={done}
        doneLabel={run.phase === 'done' || !open ? 'Done' : 'Check the rest'}
      />
    )
  }
  if (!open && !typed) return null
  if (source && open) {
    return (
      <ImportReview source={source} onBack={() => setSource(null)} onClose={close} onSend={start} />
    )
  }
  return (
    <ImportSource
      open={open}
      onTyped={setTyped}
      onReopen={onReopen}
      onClose={close}
      onRead={(read) => {
        setTyped(false)
        setSource(read)
      }}
    />
  )
}
