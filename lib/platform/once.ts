import 'server-only'

declare global {
  var gatehouseOnce: Map<string, unknown> | undefined
}

/**
 * Makes a thing once per process. Next bundles pages, route handlers and the API function apart, each with
 * its own copy of this module, so only `globalThis` is shared (DESIGN §7).
 */
export function once<T>(name: string, make: () => T): T {
  globalThis.gatehouseOnce ??= new Map()
  const made = globalThis.gatehouseOnce
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T
}
