'use client'
import { useEffect, useRef } from 'react'

/** When the row that held focus is gone, the page has it, not nothing. */
export function useFocusWhenRowsGo(rows: number | undefined) {
  const before = useRef(rows)
  useEffect(() => {
    const fewer = rows !== undefined && before.current !== undefined && rows < before.current
    before.current = rows
    if (fewer && document.activeElement === document.body) document.getElementById('main')?.focus()
  }, [rows])
}
