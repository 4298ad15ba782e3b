'use client'
import type { ComponentType } from 'react'
import { part, usePart } from '@/lib/client/part'

/**
 * A component in scripts of its own: nothing until they are there. `load` fetches them ahead, `soon` at the first sign of
 * a person, and `patient` not because it is rendered. Unlike next/dynamic it does not take the page down when they
 * cannot be had: that is said, and tried again.
 */
export function lazily<Props extends object>(
  get: () => Promise<ComponentType<Props>>,
  options?: { soon?: boolean; patient?: boolean },
) {
  const own = part(get, options)
  // biome-ignore lint/correctness/noComponentHookFactories: called in module scope only
  function Lazily(props: Props) {
    const Loaded = usePart(own, !options?.patient)
    return Loaded && <Loaded {...props} />
  }
  return Object.assign(Lazily, { load: () => void own.load() })
}
