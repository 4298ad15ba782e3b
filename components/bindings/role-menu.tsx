'use client'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { DisabledReason } from '@/components/ui/disabled-reason'
import { DropdownMenuContent } from '@/components/ui/dropdown-menu'
import { lazily } from '@/components/ui/lazily'
import { DropdownMenu, DropdownMenuTrigger, useMenu } from '@/components/ui/menu-trigger'
import type { Place, RoleChoice } from './place'

const RoleEntries = lazily(() => import('./role-entries').then((m) => m.RoleEntries), {
  soon: true,
})

type Props = {
  kind: Place['kind']
  value: RoleChoice
  /** Names the button together with the role: "Role of Tom Li". */
  label: string
  /** Why nothing can be chosen now; null: it can. */
  reason: string | null
  denialOf?: (role: RoleChoice['role']) => string | null
  pending?: boolean
  onChoose: (choice: RoleChoice) => void
  /** The role in words. */
  children: ReactNode
}

const look =
  'tap -mx-1.5 inline-flex h-7 max-w-full items-center gap-1 rounded-md px-1.5 font-medium text-foreground'

/** A role in a row: pressed, it opens the roles with what each permits. */
export function RoleMenu({ kind, value, label, reason, pending, children, ...on }: Props) {
  if (reason) {
    return (
      <DisabledReason reason={reason}>
        <button type="button" aria-label={label} className={`${look} cursor-not-allowed`}>
          {children}
        </button>
      </DisabledReason>
    )
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <button
          type="button"
          aria-label={label}
          aria-busy={pending || undefined}
          className={`${look} hover:bg-pressed data-[state=open]:bg-pressed`}
        >
          {pending ? 'Saving…' : children}
          <ChevronDown className="size-3.5 shrink-0 text-muted-foreground" />
        </button>
      </DropdownMenuTrigger>
      <RoleBox>
        <RoleEntries kind={kind} value={value} {...on} />
      </RoleBox>
    </DropdownMenu>
  )
}

/** The list is long: it opens to the side of the button where there is more room for it. */
export function RoleBox({ children }: { children: ReactNode }) {
  const { open, trigger } = useMenu()
  const box = open ? trigger.current?.getBoundingClientRect() : undefined
  const above = box !== undefined && box.top > innerHeight - box.bottom
  return (
    <DropdownMenuContent
      align="start"
      side={above ? 'top' : 'bottom'}
      className="w-92 max-w-[calc(100vw-1rem)]"
    >
      {children}
    </DropdownMenuContent>
  )
}
