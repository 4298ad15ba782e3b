// @ts-check
import { readEnv } from '../../../listener/config.js'
import { processLog } from '../../../listener/log.js'
import { createListener } from '../../../listener/server.js'

// F0: our listener, its log and its headers, in front of an API function that answers nothing.
const read = readEnv(process.env)
if (!read.ok) throw new Error('the environment')
const { env } = read
const log = processLog(env.LOG_LEVEL)
Object.assign(globalThis.__gatehouse ?? {}, { api: async () => new Response(null) })
createListener({ env, log, state: { phase: 'ready' }, next: async () => {} }).listen(env.PORT)
