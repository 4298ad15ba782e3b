'use client'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { menuBox } from './menu-styles'

type Props = { label: string; children: ReactNode }

/** What floats below the button that opened it: a search and what it finds. */
export const PopoverBox = ({ label, children }: Props) => (
  <Popover.Portal>
    <Popover.Content
      align="start"
      sideOffset={4}
      collisionPadding={8}
      aria-label={label}
      className={`${menuBox} w-80 max-w-[calc(100vw-1rem)]`}
    >
      {children}
    </Popover.Content>
  </Popover.Portal>
)
