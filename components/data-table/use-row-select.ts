'use client'
import { type MouseEvent, useRef } from 'react'
import { withRange } from './selection'
import type { DataTableProps } from './table-props'

/** Props of a row's checkbox. With Shift, all rows since the last one chosen follow it. */
export function useRowSelect<Row>(
  props: Pick<DataTableProps<Row>, 'rows' | 'getRowId' | 'selection' | 'isLocked'>,
) {
  const { rows, getRowId, selection, isLocked } = props
  const anchor = useRef<string | null>(null)
  const shift = useRef(false)
  return (id: string) => ({
    onClick: (event: MouseEvent) => {
      shift.current = event.shiftKey
      if (event.shiftKey) getSelection()?.removeAllRanges()
    },
    onCheckedChange: (checked: boolean) => {
      const from = shift.current ? anchor.current : null
      anchor.current = id
      shift.current = false
      const order = (rows ?? []).filter((row) => !isLocked?.(row)).map(getRowId)
      selection?.onChange(withRange(selection.ids, order, from ?? id, id, checked))
    },
  })
}
