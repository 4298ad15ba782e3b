import 'server-only'
import type { ReadDb } from '@/lib/platform/db/doors'

const DAY = 86_400_000 // ms
const DAYS = 30

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** How often a key was used on each of the last 30 days, and what it called in them. */
export async function usesOf(db: Pick<ReadDb, 'apiKeyUse'>, keyId: string, now: Date) {
  const first = new Date(`${dayOf(new Date(now.getTime() - (DAYS - 1) * DAY))}T00:00:00Z`)
  const rows = await db.apiKeyUse.findMany({ where: { keyId, day: { gte: first } } })
  const [days, calls] = [new Map<string, number>(), new Map<string, number>()]
  for (let n = 0; n < DAYS; n++) days.set(dayOf(new Date(first.getTime() + n * DAY)), 0)
  for (const { day, useCase, requests } of rows) {
    days.set(dayOf(day), (days.get(dayOf(day)) ?? 0) + requests)
    calls.set(useCase, (calls.get(useCase) ?? 0) + requests)
  }
  return {
    days: [...days].map(([day, requests]) => ({ day, requests })),
    calls: [...calls]
      .map(([useCase, requests]) => ({ useCase, requests }))
      .sort((a, b) => b.requests - a.requests || a.useCase.localeCompare(b.useCase)),
  }
}
