// @ts-check
import { prepare } from './prepare.js'
import { command, terminal } from './terminal.js'

// npm run build. With AUTH_SECRET set, processes that share it share one build.
await command(async () => void (await prepare(terminal(process.stdout), { build: true })))
