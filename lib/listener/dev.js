// @ts-check
import { prepare } from './prepare.js'
import { foreground } from './setup/child.js'
import { at } from './setup/paths.js'
import { command, terminal } from './terminal.js'

// npm run dev: Next's own server with reload. The listener's headers, limits and host check are not in front of it.
await command(async () => {
  const env = await prepare(terminal(process.stdout), { dev: true })
  const { derived } = await import('./secret.js')
  const args = [at('node_modules/next/dist/bin/next'), 'dev', '--port', String(env.PORT)]
  process.exitCode = await foreground(process.execPath, args, {
    env: { ...derived(env), NODE_ENV: 'development' },
  })
})
