// @ts-check
import { prepare } from './prepare.js'
import { runSeed } from './setup/seeding.js'
import { command, Told, terminal } from './terminal.js'

// npm run seed -- <scenario> [--json]. Standard output belongs to the scenario: everything else goes to standard error.
await command(async () => {
  const args = process.argv.slice(2)
  if (!args.some((arg) => !arg.startsWith('-')))
    throw new Told('Name a scenario: npm run seed -- demo')
  const env = await prepare(terminal(process.stderr))
  process.exitCode = await runSeed(env, args, 'inherit')
})
