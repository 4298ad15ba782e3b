'use client'
import { useEffect } from 'react'

/** While `on`, the browser asks before it leaves a page whose secret is nowhere else. */
export function useLeaveWarning(on: boolean) {
  useEffect(() => {
    if (!on) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [on])
}
