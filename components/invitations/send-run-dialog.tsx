'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { saveFile } from '@/lib/client/download'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { formatCount, plural } from '@/lib/client/words'
import { byteOrderMark } from '@/lib/domain/csv'
import { deliveryWords } from './delivery-words'
import { InviteResultFooter } from './invite-result-footer'
import { previewQuery } from './preview'
import { resultsCsv } from './send-report'
import { SendRunResults } from './send-run-results'
import type { SendRun } from './use-send-run'

type Props = {
  run: SendRun
  onStop: () => void
  onDone: () => void
  doneLabel?: string
}

/** Many invitations on their way, then what happened to each. Its links are shown here and never again. */
export function SendRunDialog({ run, onStop, onDone, doneLabel }: Props) {
  const { organizationId } = useViewer()
  const mailIsSetUp = useQuery(previewQuery(organizationId)).data?.delivery === 'mail'
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [stopping, setStopping] = useState(false)
  const running = run.phase === 'running'
  const results = [...run.results.values()]
  const made = results.filter(({ id }) => id !== undefined)
  const links = made.flatMap(({ email, link }) => (email && link ? [{ email, link }] : []))
  const unkept = links.filter(({ email }) => !kept.has(email))
  useLeaveWarning(unkept.length > 0)

  const keep = (emails: readonly string[]) => {
    setKept(new Set([...kept, ...emails]))
    setAsking(false)
  }
  const keepAll = () => keep(links.map(({ email }) => email))
  const done = () => {
    if (running) return
    if (unkept.length > 0) setAsking(!asking)
    else onDone()
  }
  const save = () => {
    saveFile(
      new Blob([byteOrderMark, resultsCsv(run)], { type: 'text/csv;charset=utf-8' }),
      'invitations.csv',
    )
    keepAll()
  }
  return (
    <Dialog
      open
      alert={running}
      size="large"
      onOpenChange={done}
      title={titleOf(run, made.length)}
      description={
        !running &&
        made.length > 0 &&
        run.delivery &&
        deliveryWords(run.delivery, mailIsSetUp, made.length)
      }
      footer={
        running ? (
          <DialogFooter note="Leave this page open until it is done.">
            <Button
              pending={stopping}
              pendingLabel="Stopping…"
              onClick={() => {
                setStopping(true)
                onStop()
              }}
            >
              Stop
            </Button>
          </DialogFooter>
        ) : (
          <InviteResultFooter
            links={links}
            uncopied={unkept.length}
            asking={asking}
            onCopied={keepAll}
            onCsv={save}
            onBack={() => setAsking(false)}
            onDone={done}
            onLeave={onDone}
            doneLabel={doneLabel}
          />
        )
      }
    >
      {running ? (
        <Progress done={run.results.size} total={run.items.length} />
      ) : (
        <SendRunResults run={run} onCopied={(email) => keep([email])} />
      )}
    </Dialog>
  )
}

const Progress = ({ done, total }: { done: number; total: number }) => (
  <div className="flex flex-col gap-2 py-2">
    <p role="status" className="tabular-nums">
      {formatCount(done)} of {formatCount(total)}
    </p>
    <progress
      aria-label="Invitations sent"
      value={done}
      max={total}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-pressed forced-color-adjust-none [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-primary"
    />
  </div>
)

function titleOf({ phase, items, delivery, results }: SendRun, made: number): string {
  if (phase === 'running') return `Sending ${plural(items.length, 'invitation')}…`
  const words =
    made === 0
      ? 'No one was invited'
      : `${plural(made, 'invitation')} ${delivery === 'mail' ? 'sent' : 'made'}`
  const left = results.size - made
  const leftWords = left > 0 ? `, ${plural(left, 'address', 'addresses')} left out` : ''
  if (phase === 'done') return words + leftWords
  return `${phase === 'stopped' ? 'Stopped' : 'Broken off'}: ${words.toLowerCase()}${leftWords}`
}
