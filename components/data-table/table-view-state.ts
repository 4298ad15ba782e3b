import type { Density } from './column'

/** What somebody changed, so that columns added later keep their own default. */
export type ViewState = { columns: Record<string, boolean>; density: Density }

type Shape = { id: string; optional?: boolean }

const plain: ViewState = { columns: {}, density: 'comfortable' }

/** What was remembered; anything that is not a view counts as none. */
export function parseView(text: string | null): ViewState {
  let value: unknown
  try {
    value = JSON.parse(text ?? 'null')
  } catch {
    return plain
  }
  if (typeof value !== 'object' || value === null) return plain
  const { columns, density } = value as Partial<Record<keyof ViewState, unknown>>
  const entries = typeof columns === 'object' && columns !== null ? Object.entries(columns) : []
  return {
    columns: Object.fromEntries(entries.filter(([, shown]) => typeof shown === 'boolean')),
    density: density === 'compact' ? 'compact' : 'comfortable',
  }
}

/** The columns left out. The first one names the row and always stays. */
export const hiddenColumns = (columns: readonly Shape[], state: ViewState): Set<string> =>
  new Set(
    columns
      .slice(1)
      .filter(({ id, optional }) => !(state.columns[id] ?? !optional))
      .map(({ id }) => id),
  )
