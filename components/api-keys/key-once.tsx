'use client'
import { Download } from 'lucide-react'
import { useId, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { saveFile } from '@/lib/client/download'
import { shortDate } from '@/lib/client/time-words'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { plural } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/roles'
import { ceilingWords } from './ceiling-choice'
import { envFile } from './commands'
import { LastSix } from './key-columns'
import { KeyCommands } from './key-commands'
import type { AccountHolder } from './key-holder'
import { KeyOnceFooter } from './key-once-footer'
import { daysUntil, type NewKey } from './own-keys'

type Props = {
  made: NewKey
  /** Whom it acts as; absent: the viewer. */
  account?: AccountHolder
  /** The roles that it was given with the key, in words. */
  holds?: readonly string[]
  onClose: () => void
}

/** The whole key, this once: Done needs the word that it is stored, and leaving without it asks. */
export function KeyOnce({ made, account, holds, onClose }: Props) {
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
        <KeyFacts made={made} account={account} holds={holds} />
        <Button
          className="self-start"
          icon={<Download />}
          onClick={() => saveFile(envOf(key), `${fileOf(apiKey.name)}.env`)}
        >
          Download as .env
        </Button>
        <KeyCommands apiKey={key} />
      </div>
    </Dialog>
  )
}

const envOf = (key: string) =>
  new Blob([`${envFile(key, location.origin)}\n`], { type: 'text/plain' })
const fileOf = (name: string) => name.replace(/[^\w.-]+/g, '-').slice(0, 60) || 'key'

function KeyFacts({ made, account, holds = [] }: Pick<Props, 'made' | 'account' | 'holds'>) {
  const { apiKey, old } = made
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
        <bdi>{account?.name ?? name}</bdi>,{' '}
        {holds.length > 0 ? (
          <bdi>{holds.join(', ')}</bdi>
        ) : (
          <>
            {roleLabels[account ? 'collaborator' : role]} in <bdi>{organizationName}</bdi>
          </>
        )}
      </dd>
      <dt>Ends</dt>
      <dd>
        {apiKey.expiresAt ? shortDate(new Date(apiKey.expiresAt)) : 'Never, until it is revoked'}
        {apiKey.expiresAt &&
          now !== null &&
          `, in ${plural(daysUntil(apiKey.expiresAt, now), 'day')}`}
      </dd>
      {apiKey.ceiling && (
        <>
          <dt>May do</dt>
          <dd>{ceilingWords(apiKey.ceiling)}</dd>
        </>
      )}
      {old && (
        <>
          <dt>The old key</dt>
          <dd>
            <LastSix apiKey={old} />{' '}
            {old.revokedAt ? 'has ended' : <>ends {<Time at={old.expiresAt} kind="countdown" />}</>}
          </dd>
        </>
      )}
    </dl>
  )
}
