// @ts-check
import { configuration, prepare } from './prepare.js'
import { seconds, terminal } from './terminal.js'

/**
 * What `npm start` and `npm run demo` do once their configuration stands.
 * @param {{ before?: (env: import('./secret.js').Env, out: import('./terminal.js').Terminal) => Promise<readonly string[]> }} [options]
 *   `before` runs when everything is prepared and returns lines to show at the end
 */
export async function run({ before } = {}) {
  const out = terminal(process.stdout)
  out.say()
  out.say(out.bold('Gatehouse'))
  const began = performance.now()
  const prepared = process.argv.includes('--prepared')
  const { requirePort, serve } = await import('./serve.js')
  const env = prepared
    ? await configuration()
    : await prepare(out, { build: true, port: requirePort })
  const lines = (await before?.(env, out)) ?? []
  const { setupUrl } = await serve(env, out)

  out.say()
  out.say(
    `${out.bold('Gatehouse is running at')} ${out.link(env.PUBLIC_URL)} ${out.dim(`after ${seconds(performance.now() - began)}`)}`,
  )
  if (setupUrl) {
    out.say('Nobody has set it up yet. This link does, once:')
    out.say(out.link(setupUrl))
  }
  for (const line of lines) out.say(line)
  out.say(out.dim('Ctrl+C stops it.'))
  out.say()
}
