import 'server-only'
import { storedLoginCode } from '@/lib/domain/login-code'
import type { ReadDb } from '@/lib/platform/db/doors'
import { type LoginCodeState, loginCodeState } from '../login-code-rules'

/** A login by either half of its code, as the present organization may see it: open to all, or answered here. */
export async function findLoginCode(db: Pick<ReadDb, 'loginCode'>, code: string, now: Date) {
  const codeHash = await storedLoginCode(code)
  const row = codeHash === null ? null : await db.loginCode.findFirst({ where: { codeHash } })
  const state: LoginCodeState = loginCodeState(row, now)
  return { row, state }
}

/** The life that is asked for, as keys have it; null: without end. */
export const askedLife = (seconds: bigint): number | null =>
  seconds === 0n ? null : Number(seconds)
