import { z } from 'zod'
import { type Access, decide } from '@/lib/domain/decide'
import type { Permission } from '@/lib/domain/permissions'
import { fits, type Resource, unfitting } from '../question'

/** A decision, and the sentence of a denial. */
export const Verdict = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

/** What the policy says. What it has no line for, or not for such a thing, is denied. */
export function answerOf(
  access: Access,
  permission: Permission | null,
  { kind }: Resource,
): z.input<typeof Verdict> {
  if (permission === null) return { allowed: false, reason: 'Nothing here grants this.' }
  if (!fits(permission, kind)) return { allowed: false, reason: unfitting(permission) }
  const decision = decide(access, permission)
  return { allowed: decision.allowed, reason: decision.allowed ? null : decision.reason }
}
