'use client'
import { useEffect } from 'react'
import { isLeavingForGood } from './leaving'

/** While `on`, the browser asks before it leaves a page whose secret or text is nowhere else. */
export function useLeaveWarning(on: boolean) {
  useEffect(() => {
    if (!on) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!isLeavingForGood()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [on])
}
