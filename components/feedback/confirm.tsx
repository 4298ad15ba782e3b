'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { lazily } from '@/components/ui/lazily'
import type { Asked, ConfirmOptions } from './confirm-dialog'

const ConfirmDialog = lazily(() => import('./confirm-dialog').then((m) => m.ConfirmDialog), {
  soon: true,
})

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
