import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { Problem } from './problem'

type Row = { name: string; version: number }

/** Throws when the row is not the one that whoever asks has seen. */
export function refuseStaleRow({ name, version }: Row, expected: number | undefined): void {
  if (expected === undefined || expected === version) return
  const detail = `${isolated(name)} was changed in the meantime. Nothing was saved.`
  throw new Problem('stale', detail, { context: { expected, present: version, name } })
}
