import 'server-only'
import type { OutputOf } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'

/** Documented clients take any refusal for one of the whole call, and none as "done" (anyscale-client.md §5). */
export const allOrNone = { allOrNothing: true, already: 'refused' } as const

export function allGranted({ results }: OutputOf<typeof grantOnCloud>): void {
  const refused = results.find(({ status }) => status !== 'granted')
  if (refused) throw new Problem(refused.code ?? 'conflict', refused.detail ?? 'Nothing was given.')
}
