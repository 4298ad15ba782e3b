'use client'
import { useMemo, useState } from 'react'
import type { Selection } from './column'
import type { SelectionTarget } from './selection'

type Options<Row> = {
  /** The page that is shown; undefined while it loads. */
  rows: readonly Row[] | undefined
  getRowId: (row: Row) => string
  /** Search and filters (not sort, not page), as plain data: "everything that matches" ends when they change. */
  filter: unknown
  /** How many match, from the server; `more`: counted to a bound. Without it only rows can be chosen. */
  total?: { count: number; more: boolean }
}

type State<Row> = { picked: ReadonlyMap<string, Row>; matchingFor: string | null }
const nothing = { picked: new Map<string, never>(), matchingFor: null }

/** What is chosen in a list: rows, kept across pages as they were last seen, or everything that matches. */
export function useSelection<Row>({ rows, getRowId, filter, total }: Options<Row>) {
  const [state, setState] = useState<State<Row>>(nothing)
  const key = JSON.stringify(filter)
  const matching = state.matchingFor === key
  // Never silently another "everything" than the one that was meant.
  if (state.matchingFor !== null && !matching) setState(nothing)

  // biome-ignore lint/correctness/useExhaustiveDependencies: getRowId is the same function each time
  const chosen = useMemo(() => {
    const shown = new Map((rows ?? []).map((row) => [getRowId(row), row]))
    if (matching) return shown
    return new Map([...state.picked].map(([id, row]) => [id, shown.get(id) ?? row]))
  }, [rows, matching, state.picked])

  const onChange = (ids: ReadonlySet<string>) => {
    const known = new Map([...chosen, ...(rows ?? []).map((row) => [getRowId(row), row] as const)])
    const picked = [...known].filter(([id]) => ids.has(id))
    setState({ picked: new Map(picked), matchingFor: null })
  }
  const ids = useMemo(() => new Set(chosen.keys()), [chosen])
  const selection: Selection = { ids, onChange }

  return {
    /** For `DataTable`. */
    selection,
    /** True: everything that the filter matches. */
    matching,
    /** The chosen rows as last seen; with `matching` those of this page only. */
    rows: [...chosen.values()],
    /** How many; with `matching` what the server counted, perhaps to a bound. */
    count: matching ? (total?.count ?? ids.size) : ids.size,
    total,
    selectMatching: () => setState({ picked: nothing.picked, matchingFor: key }),
    clear: () => setState(nothing),
    /** For the input of the command. */
    describe: (): SelectionTarget => (matching ? { matching: true } : { ids: [...ids] }),
  }
}

export type ListSelection<Row = unknown> = ReturnType<typeof useSelection<Row>>
