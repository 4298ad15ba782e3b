// @ts-check
import { run } from './run.js'
import { command } from './terminal.js'

// npm start. With --prepared nothing is installed, generated or built: for images where that has happened.
await command(() => run())
