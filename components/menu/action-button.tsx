'use client'
import { Button, type ButtonProps } from '@/components/ui/button'
import type { MenuAction } from './menu-action'
import { useMenuAction } from './use-menu-action'

type Props<Row> = {
  action: MenuAction<Row>
  row: Row
  variant: ButtonProps['variant']
  size?: ButtonProps['size']
}

/** The same action as a button; its reason opens on hover, focus and tap. */
export function ActionButton<Row>({ action, row, variant, size }: Props<Row>) {
  const { label, icon, reason, run } = useMenuAction()(action, row)
  return (
    <Button variant={variant} size={size} icon={icon} disabledReason={reason} onClick={run}>
      {label}
    </Button>
  )
}
