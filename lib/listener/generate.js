// @ts-check
import { prepare } from './prepare.js'
import { command, terminal } from './terminal.js'

// npm run generate
await command(async () => void (await prepare(terminal(process.stdout))))
