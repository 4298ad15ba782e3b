'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { lazily } from '@/components/ui/lazily'
import type { ActionResult } from '@/lib/domain/problems'
import type { ConsequenceGroup } from './consequence-groups'

const ConfirmDialog = lazily(() => import('./confirm-dialog').then((m) => m.ConfirmDialog), {
  soon: true,
})

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
export type Confirm = (options: ConfirmOptions) => Promise<boolean>

const Context = createContext<Confirm | null>(null)

/** Asks before a consequence. Resolves true once the action is done, false when the person turned back. */
export function useConfirm(): Confirm {
  const confirm = useContext(Context)
  if (!confirm) throw new Error('useConfirm needs ConfirmProvider above it')
  return confirm
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [open, setOpen] = useState(false)
  const confirm: Confirm = (options) =>
    new Promise((answer) => {
      setAsked({ ...options, answer })
      setOpen(true)
    })
  const close = (done: boolean) => {
    setOpen(false)
    asked?.answer(done)
  }
  return (
    <Context.Provider value={confirm}>
      {children}
      {asked && <ConfirmDialog key={asked.title} open={open} asked={asked} onClose={close} />}
    </Context.Provider>
  )
}
