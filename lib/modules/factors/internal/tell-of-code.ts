import 'server-only'
import type { SecondFactor } from '@/lib/modules/sessions/session'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { noticeTo } from '@/lib/platform/mail/notice-to'

type Context = { db: IdentityDb } & Parameters<typeof noticeTo>[0]

/** A recovery code is rarely needed: its holder hears of each that is used, and how many are left. */
export async function tellOfCode(
  context: Context,
  holder: { id: string; email: string },
  factor: SecondFactor,
): Promise<void> {
  if (factor !== 'recovery_code') return
  const left = await context.db.recoveryCode.count({ where: { personId: holder.id, usedAt: null } })
  await noticeTo(context, holder, { kind: 'recovery_code_used', left })
}
