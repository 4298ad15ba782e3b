// @ts-check
import { prepare } from './prepare.js'
import { foreground } from './setup/child.js'
import { command, terminal } from './terminal.js'

// npm run reset-password -- <address>. For whoever has a shell on the server; without mail it is the only way.
await command(async () => {
  const env = await prepare(terminal(process.stderr))
  const { derived } = await import('./secret.js')
  const program = 'lib/transport/operator/reset-password.ts'
  process.exitCode = await foreground(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', program, ...process.argv.slice(2)],
    { env: derived(env) },
  )
})
