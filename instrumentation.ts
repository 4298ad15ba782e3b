/** Called by Next once per process. Edge code and builds have nothing to register. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces this word at build time to drop the branch for the edge
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('@/lib/transport/register')
}
