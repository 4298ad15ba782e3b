/** Called by Next once per process. Edge code and builds have nothing to register. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next puts the value here at build time and so drops the branch for the edge
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { register: registerApi } = await import('@/lib/transport/register')
  registerApi()
  // biome-ignore lint/style/noProcessEnv: `next dev` has no listener to boot the process
  if (process.env.NODE_ENV !== 'development') return
  const { setupUrl } = (await globalThis.__gatehouse?.boot?.()) ?? {}
  // biome-ignore lint/suspicious/noConsole: the link is for whoever sits at this terminal
  if (setupUrl) console.log(`Nobody has set it up yet. This link does, once:\n${setupUrl}`)
}
