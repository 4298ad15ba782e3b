import 'server-only'
import type { Logger } from 'pino'
import { processLog } from '../listener/log.js'
import { logLevel } from './env'

/** The log of this process: JSON lines on standard error, with secrets taken out (lib/listener/log.js). */
export const log: Logger = processLog(logLevel())
