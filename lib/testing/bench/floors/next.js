// @ts-check
import { createServer } from 'node:http'
import createNext from 'next'

// F2: the same Next, built, with one route handler that answers nothing.
const app = createNext({
  dev: false,
  dir: process.env.BENCH_NEXT,
  quiet: true,
  httpServer: createServer(),
})
await app.prepare()
createServer(app.getRequestHandler()).listen(Number(process.env.PORT))
