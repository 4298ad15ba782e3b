'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'

/** Null on the server and while hydrating. */
export const useMediaQuery = (query: string): boolean | null =>
  useSyncExternalStore<boolean | null>(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
    () => null,
  )

/** True once `on` has held for 150 ms: what is quick does not flicker. */
export function useDelayed(on: boolean, milliseconds = 150): boolean {
  const [due, setDue] = useState(false)
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(() => setDue(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setDue(false)
    }
  }, [on, milliseconds])
  return on && due
}
