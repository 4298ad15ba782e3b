'use client'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** Asks whether what was typed may be lost; calls `go` when it may. */
type Ask = (go: () => void) => void
/** `layer`: nothing is lost with it, it only closes before the page goes back. */
type Held = { ask: Ask; layer: boolean }

declare global {
  interface Window {
    /** Called by history-script.ts, ahead of the router, which would show the other page at once. */
    gatehouseHold?: (event: PopStateEvent) => void
  }
}

const holds: Held[] = []
const listeners = new Set<() => void>()
let installed = false
/** The next step in the history is the console's own, or was agreed to. */
let passing = false
/** Where the history stood before a step that waits for its answer. */
let home: NavigationHistoryEntry | null = null
let steps = 0
let before: NavigationHistoryEntry | null = null
let gone = false

/** Goes away by `go`; asks first where something typed would be lost. */
export function leave(go: () => void) {
  const held = holds.findLast(({ layer }) => !layer)
  if (held) held.ask(go)
  else go()
}

/** Closes by one step back what a step forward opened, and asks nothing. */
export function stepBack() {
  install()
  passing = true
  history.back()
}

/** From here on nothing asks: the whole page is leaving by agreement. */
export const leaveForGood = () => {
  gone = true
}
export const isLeavingForGood = () => gone

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True while something typed on this page is not saved. */
export const useUnsaved = () => useSyncExternalStore(subscribe, isUnsaved, () => false)
const isUnsaved = () => holds.some(({ layer }) => !layer)

/** While `on`, Back, Forward and whatever goes by `leave` wait for what `ask` says. The last one asks. */
export const useAskBeforeLeaving = (on: boolean, ask: Ask) => useHold(on, ask, false)

/** While `open`, Back closes this instead of the page below. For what has no address of its own. */
export const useBackCloses = (open: boolean, close: () => void) => useHold(open, close, true)

function useHold(on: boolean, ask: Ask, layer: boolean) {
  const handle = useEffectEvent(ask)
  useEffect(() => {
    if (!on) return
    install()
    const own: Held = { ask: (go) => handle(go), layer }
    holds.push(own)
    tell()
    return () => {
      holds.splice(holds.indexOf(own), 1)
      tell()
    }
  }, [on, layer])
}

const tell = () => {
  for (const listener of listeners) listener()
}

function install() {
  if (installed) return
  installed = true
  window.navigation?.addEventListener('currententrychange', ({ navigationType, from }) => {
    if (navigationType === 'traverse') before = from
  })
  window.gatehouseHold = hold
}

/** Takes a step in the history back, then asks. A second step meanwhile is taken back with it. */
function hold(event: PopStateEvent) {
  if (passing) {
    passing = false
    return
  }
  const present = window.navigation?.currentEntry
  if (!present || !before || (!home && holds.length === 0)) return
  event.stopImmediatePropagation()
  if (!home) {
    home = before
    steps = present.index - home.index
  }
  if (present.key !== home.key) return comeHome(home)
  home = null
  const far = steps
  holds.at(-1)?.ask(() => {
    passing = true
    history.go(far)
  })
}

function comeHome({ key }: NavigationHistoryEntry) {
  const { committed, finished } = window.navigation.traverseTo(key)
  // A step that another one overtakes is refused; `hold` then sees the other.
  for (const step of [committed, finished]) step?.catch(() => {})
}
