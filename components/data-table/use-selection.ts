'use client'
import { useMemo, useState } from 'react'
import type { Selection } from './column'
import { exceptAfter, type SelectionTarget } from './selection'

type Options<Row> = {
  /** The page that is shown; undefined while it loads. */
  rows: readonly Row[] | undefined
  getRowId: (row: Row) => string
  /** Search and filters (not sort, not page), as plain data: "everything that matches" ends when they change. */
  filter: unknown
  /** How many match, from the server; `more`: counted to a bound. Without it only rows can be chosen. */
  total?: { count: number; more: boolean }
}

type State<Row> = {
  picked: ReadonlyMap<string, Row>
  /** Set: everything that this filter matches, but for some. */
  all: { filter: string; except: ReadonlySet<string> } | null
}
const none: ReadonlySet<string> = new Set()
const nothing = { picked: new Map<string, never>(), all: null }

/** What is chosen in a list: rows, kept across pages as they were last seen, or everything that matches. */
export function useSelection<Row>({ rows, getRowId, filter, total }: Options<Row>) {
  const [state, setState] = useState<State<Row>>(nothing)
  const key = JSON.stringify(filter)
  const except = state.all?.filter === key ? state.all.except : null
  // Never silently another "everything" than the one that was meant.
  if (state.all && !except) setState(nothing)

  // biome-ignore lint/correctness/useExhaustiveDependencies: getRowId is the same function each time
  const { page, chosen } = useMemo(() => {
    const page = new Map((rows ?? []).map((row) => [getRowId(row), row]))
    const chosen = except
      ? [...page].filter(([id]) => !except.has(id))
      : [...state.picked].map(([id, row]) => [id, page.get(id) ?? row] as const)
    return { page, chosen: new Map(chosen) }
  }, [rows, except, state.picked])

  const onChange = (ids: ReadonlySet<string>) => {
    if (except) {
      const next = exceptAfter(except, [...page.keys()], ids)
      return setState(next ? { ...nothing, all: { filter: key, except: next } } : nothing)
    }
    const known = [...chosen, ...page].filter(([id]) => ids.has(id))
    setState({ picked: new Map(known), all: null })
  }
  const ids = useMemo(() => new Set(chosen.keys()), [chosen])
  const selection: Selection = { ids, onChange }

  return {
    /** For `DataTable`. */
    selection,
    /** True: everything that the filter matches, but for `except`. */
    matching: except !== null,
    except: except ?? none,
    /** The chosen rows as last seen; with `matching` those of this page only. */
    rows: [...chosen.values()],
    /** How many; with `matching` by the server's count, perhaps to a bound. */
    count: except ? Math.max((total?.count ?? page.size) - except.size, 1) : ids.size,
    total,
    selectMatching: () => setState({ ...nothing, all: { filter: key, except: none } }),
    clear: () => setState(nothing),
    /** For the input of the command. */
    describe: (): SelectionTarget =>
      except ? { matching: true, except: [...except] } : { ids: [...ids] },
  }
}

export type ListSelection<Row = unknown> = ReturnType<typeof useSelection<Row>>
