'use client'

const KEY = 'reloaded'
const LATELY = 60_000 // ms

/** A part of the program that could not be loaded: most often another version was put in place meanwhile. */
export const isChunkError = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' ||
    /(?:load|loading) (?:css )?chunk|dynamically imported module/i.test(error.message))

/** Loads the page anew, but not again and again; false: it was done a moment ago, or nothing would come. */
export function reloadOnce(): boolean {
  try {
    if (!navigator.onLine) return false
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < LATELY) return false
    sessionStorage.setItem(KEY, `${Date.now()}`)
  } catch {
    return false // no memory, no end to it
  }
  location.reload()
  return true
}
