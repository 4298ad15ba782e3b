'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { unknownOutcome } from '@/lib/client/problem-error'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'
import { type ConsequenceGroup, ConsequenceGroups } from './consequence-groups'
import { ProblemBanner } from './problem-banner'

export type ConfirmOptions = {
  /** Names the thing and ends with "?". */
  title: string
  description?: ReactNode
  body?: ReactNode
  /** In this order: Ends at once, Will break, Keeps running, Needs a new owner. */
  groups?: readonly ConsequenceGroup[]
  /** The button: the verb and its size, "Revoke 3 keys". */
  verb: string
  /** While it runs: "Revoking…". */
  pendingVerb: string
  tone: 'primary' | 'destructive'
  /** The reversible way, at the left: "Suspend instead". */
  alternative?: { label: string; icon?: ReactNode; run: () => void }
  /** What the button does. A problem is shown inside and the dialog stays. */
  action: () => Promise<ActionResult<unknown>>
}

export type Asked = ConfirmOptions & { answer: (done: boolean) => void }
type DialogProps = { open: boolean; asked: Asked; onClose: (done: boolean) => void }

export function ConfirmDialog({ open, asked, onClose }: DialogProps) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const cancel = () => {
    if (pending) return
    setProblem(null)
    onClose(false)
  }
  const go = async () => {
    setPending(true)
    setProblem(null)
    const result = await asked
      .action()
      .catch(() => ({ ok: false, problem: unknownOutcome }) as const)
    setPending(false)
    if (result.ok) onClose(true)
    else setProblem(result.problem)
  }
  const { alternative } = asked
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={cancel}
      title={asked.title}
      description={asked.description}
      size={asked.groups ? 'large' : 'small'}
      footer={
        <DialogFooter
          note={
            alternative && (
              <Button
                variant="ghost"
                icon={alternative.icon}
                onClick={() => {
                  cancel()
                  alternative.run()
                }}
              >
                {alternative.label}
              </Button>
            )
          }
        >
          <Button data-autofocus onClick={cancel}>
            Cancel
          </Button>
          <Button
            variant={asked.tone}
            pending={pending}
            pendingLabel={asked.pendingVerb}
            onClick={go}
          >
            {asked.verb}
          </Button>
        </DialogFooter>
      }
    >
      <div className="flex flex-col gap-3 text-foreground-2">
        <ProblemBanner problem={problem} />
        {asked.groups && <ConsequenceGroups groups={asked.groups} />}
        {asked.body}
      </div>
    </Dialog>
  )
}
