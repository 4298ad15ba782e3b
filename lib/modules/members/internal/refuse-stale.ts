import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { Problem } from '@/lib/kernel/problem'

type Row = { name: string; version: number; role: string }

/** Throws when the row is not the one that whoever asks has seen. */
export function refuseStale(member: Row, expected: number | undefined): void {
  if (expected === undefined || expected === member.version) return
  const detail = `${isolated(member.name)} was changed in the meantime. Nothing was saved.`
  throw new Problem('stale', detail, {
    context: { expected, present: member.version, role: member.role },
  })
}
