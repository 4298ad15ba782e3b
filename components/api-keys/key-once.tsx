'use client'
import { useId, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { useNow } from '@/lib/client/clock'
import { shortDate } from '@/lib/client/time-words'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { plural } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/roles'
import { KeyCommands } from './key-commands'
import { KeyOnceFooter } from './key-once-footer'
import { daysUntil, type NewKey } from './own-keys'

type Props = { made: NewKey; onClose: () => void }

/** The whole key, this once: Done needs the word that it is stored, and leaving without it asks. */
export function KeyOnce({ made, onClose }: Props) {
  const { key, apiKey } = made
  const [stored, setStored] = useState(false)
  const [asking, setAsking] = useState(false)
  const id = useId()
  useLeaveWarning(!stored)
  return (
    <Dialog
      open
      size="large"
      onOpenChange={() => (stored ? onClose() : setAsking(!asking))}
      title={
        <>
          Copy the key for <bdi>{apiKey.name}</bdi> now
        </>
      }
      description="It is shown this once. Gatehouse keeps only a fingerprint of it."
      footer={
        <KeyOnceFooter
          id={id}
          stored={stored}
          asking={asking}
          onStored={setStored}
          onBack={() => setAsking(false)}
          onLeave={onClose}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <div
          // The reader hears the key first; Copy is the next stop.
          data-autofocus
          tabIndex={-1}
          className="flex items-center gap-4 rounded-lg border bg-sunken p-3 max-sm:flex-col outline-none max-sm:items-stretch"
        >
          <code className="min-w-0 flex-1 select-all break-all font-mono text-foreground text-sm">
            {key}
          </code>
          <CopyButton value={key} label="key" size="default" variant="primary" />
        </div>
        <KeyFacts made={made} />
        <KeyCommands apiKey={key} />
      </div>
    </Dialog>
  )
}

function KeyFacts({ made: { apiKey } }: { made: NewKey }) {
  const { name, role, organizationName } = useViewer()
  const now = useNow()
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-1 [&>dd]:min-w-0 [&>dd]:[overflow-wrap:anywhere] [&>dt]:text-muted-foreground">
      <dt>Key</dt>
      <dd>
        <bdi>{apiKey.name}</bdi>{' '}
        <code className="font-mono text-muted-foreground text-xs">…{apiKey.lastSix}</code>
      </dd>
      <dt>Acts as</dt>
      <dd>
        <bdi>{name}</bdi>, {roleLabels[role]} in <bdi>{organizationName}</bdi>
      </dd>
      <dt>Ends</dt>
      <dd>
        {apiKey.expiresAt ? shortDate(new Date(apiKey.expiresAt)) : 'Never, until it is revoked'}
        {apiKey.expiresAt &&
          now !== null &&
          `, in ${plural(daysUntil(apiKey.expiresAt, now), 'day')}`}
      </dd>
    </dl>
  )
}
