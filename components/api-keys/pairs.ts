import type { ApiKey } from '@/lib/modules/api-keys/api-key'

/** A row of the list; of a pair that still works, the other key. */
export type KeyRow = ApiKey & { newer?: ApiKey; older?: ApiKey }

/** The rows with both keys of a rotation side by side, the new one first. */
export function paired(rows: readonly ApiKey[]): KeyRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const newer = new Map(
    rows.flatMap((row) =>
      row.replacesId && byId.has(row.replacesId) ? [[row.replacesId, row] as const] : [],
    ),
  )
  const withOlder = (row: ApiKey): KeyRow[] => {
    const older = row.replacesId ? byId.get(row.replacesId) : undefined
    const next = newer.get(row.id)
    const own: KeyRow = { ...row, ...(older && { older }), ...(next && { newer: next }) }
    return older ? [own, ...withOlder(older)] : [own]
  }
  return rows.filter(({ id }) => !newer.has(id)).flatMap(withOlder)
}
