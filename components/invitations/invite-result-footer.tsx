'use client'
import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { DialogFooter } from '@/components/ui/dialog'
import { plural } from '@/lib/client/words'

type Link = { email: string; link: string }
type Props = {
  links: readonly Link[]
  uncopied: number
  asking: boolean
  onCopied: () => void
  onBack: () => void
  onDone: () => void
  onLeave: () => void
  /** Saves what happened to each, with the links, as a file. */
  onCsv?: () => void
  doneLabel?: string
}

/** Copy all, and Done: which asks while a link is nowhere but here. */
export function InviteResultFooter({ links, uncopied, asking, doneLabel, ...on }: Props) {
  if (asking) {
    return (
      <DialogFooter
        note={
          <span role="alert" className="font-medium text-foreground text-sm">
            {plural(uncopied, 'link was', 'links were')} not copied and{' '}
            {uncopied === 1 ? 'is' : 'are'} not shown again.
          </span>
        }
      >
        <Button onClick={on.onBack} autoFocus>
          Back to the links
        </Button>
        <Button variant="destructive" onClick={on.onLeave}>
          Close without {uncopied === 1 ? 'it' : 'them'}
        </Button>
      </DialogFooter>
    )
  }
  return (
    <DialogFooter
      note={
        <span className="flex flex-wrap items-center gap-2">
          {links.length > 1 && <CopyAll links={links} onCopied={on.onCopied} />}
          {on.onCsv && (
            <Button variant="ghost" icon={<Download />} onClick={on.onCsv}>
              CSV
            </Button>
          )}
        </span>
      }
    >
      <Button variant="primary" onClick={on.onDone}>
        {doneLabel ?? 'Done'}
      </Button>
    </DialogFooter>
  )
}

/** A line per person: address, tab, link. */
const lines = (links: readonly Link[]) =>
  links.map(({ email, link }) => `${email}\t${link}`).join('\n')

function CopyAll({ links, onCopied }: Pick<Props, 'links' | 'onCopied'>) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = async () => {
    const done = await copyText(lines(links))
    setState(done ? 'copied' : 'refused')
    if (done) onCopied()
  }
  const words = { idle: 'Copy all', copied: 'Copied', refused: 'Not copied:' }[state]
  return (
    <>
      <Button icon={state === 'copied' ? <Check /> : <Copy />} onClick={copy}>
        {words} {links.length}
      </Button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : `${words} ${links.length}`}
      </span>
    </>
  )
}
