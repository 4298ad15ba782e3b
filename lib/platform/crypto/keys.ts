import 'server-only'
import { hkdfSync } from 'node:crypto'
import { env } from '../env'

/** 32 bytes for one purpose, derived from AUTH_SECRET (RFC 5869). */
export const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, 'gatehouse', purpose, 32))
