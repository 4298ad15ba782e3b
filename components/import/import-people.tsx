'use client'
import { type RefObject, useState } from 'react'
import { useDraft } from '@/components/form/use-draft'
import { SendRunDialog } from '@/components/invitations/send-run-dialog'
import { useSendRun } from '@/components/invitations/use-send-run'
import type { Draft } from '@/lib/client/drafts'
import { ImportReview } from './import-review'
import { ImportSource } from './import-source'
import { readPeople } from './people-file'
import type { Source } from './source'

type Props = {
  open: boolean
  onClose: () => void
  /** Where focus goes when all is done. */
  opener: RefObject<HTMLElement | null>
}

/** The dialog `?import=1`: choose a file, see what would happen, send, and what happened to each line. */
export function ImportPeople({ open, onClose, opener }: Props) {
  const [source, setSource] = useState<Source | null>(null)
  const [pasted, setPasted] = useState('')
  const { run, start, stop, forget } = useSendRun()
  useDraft('import', open && run?.phase !== 'done' ? draftOf(pasted, source) : null, (draft) => {
    setPasted(draft.pasted ?? '')
    const read = draft.text ? readPeople(draft.text) : null
    if (read?.ok) setSource({ ...read, name: draft.name ?? '', text: draft.text ?? '' })
  })
  const close = () => {
    setSource(null)
    setPasted('')
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
  if (!open) return null
  if (source) {
    return (
      <ImportReview source={source} onBack={() => setSource(null)} onClose={close} onSend={start} />
    )
  }
  return <ImportSource pasted={pasted} onPasted={setPasted} onClose={close} onRead={setSource} />
}

function draftOf(pasted: string, source: Source | null): Draft | null {
  if (source) return { pasted, name: source.name, text: source.text }
  return pasted.trim() ? { pasted } : null
}
