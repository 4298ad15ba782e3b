'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ActionResult } from '@/lib/domain/problems'

export type TotpSecret = {
  factorId: string
  secret: string
  uri: string
  qr: { size: number; path: string }
}

/** A new secret, asked for once; closes again when the person would not confirm that it is them. */
export function useSecret(
  begin: (input: Record<string, never>) => Promise<ActionResult<TotpSecret>>,
  onRefused: () => void,
): TotpSecret | null {
  const [secret, setSecret] = useState<TotpSecret | null>(null)
  const asked = useRef(false)
  const ask = useEffectEvent(async () => {
    const result = await begin({})
    if (result.ok) setSecret(result.data)
    else if (result.problem.code === 'reauthenticate') onRefused()
  })
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void ask()
  }, [])
  return secret
}
