'use client'
import { ChevronsUpDown } from 'lucide-react'
import type { Viewer } from '@/components/access/viewer'
import { loadSwitchDialog, useCommandCenter } from '@/components/palette/command-center'
import { roleLabels } from '@/lib/domain/roles'
import { OrganizationMark } from './organization-mark'

type Props = {
  viewer: Viewer
  /** Its name alone, in the bar of small windows. */
  compact?: boolean
  onOpen?: () => void
}

/** Where one is; opens the list of one’s organizations. */
export function OrganizationButton({ viewer, compact, onOpen }: Props) {
  const { organizationId: id, organizationName: name, role } = viewer
  const show = useCommandCenter()
  const open = () => {
    onOpen?.()
    show('organizations')
  }
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={`${name}, ${roleLabels[role]}: switch organization`}
      onPointerEnter={loadSwitchDialog}
      onFocus={loadSwitchDialog}
      onClick={open}
      className={
        compact
          ? 'flex h-11 min-w-0 flex-1 items-center rounded-md px-1 text-left'
          : 'm-2 mb-1.5 flex min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-accent'
      }
    >
      <OrganizationMark id={id} name={name} size={compact ? 22 : 26} />
      <span className="min-w-0 flex-1">
        <span
          dir="auto"
          className={`block truncate text-left font-semibold leading-5 ${compact ? 'pl-1.5' : ''}`}
        >
          {name}
        </span>
        {!compact && (
          <span className="block text-muted-foreground text-xs leading-4">{roleLabels[role]}</span>
        )}
      </span>
      {!compact && <ChevronsUpDown className="text-muted-foreground" />}
    </button>
  )
}
