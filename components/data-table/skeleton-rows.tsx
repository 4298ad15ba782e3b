import type { CSSProperties } from 'react'

const ROWS = 8

type Props = { rows?: number; columns: number; selectable: boolean; actions: boolean }

/** Grey bars in the real columns, of the height that so many rows will have: one row, whose cells are painted as many. */
export const SkeletonRows = ({ rows = ROWS, columns, selectable, actions }: Props) => (
  <tr aria-hidden className="skeleton-rows" style={counted(rows)}>
    {selectable && <td />}
    {Array.from({ length: columns }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
      <td key={index} data-bar />
    ))}
    {actions && <td />}
  </tr>
)

/** The same for the narrow list. */
export const SkeletonItems = ({ rows = ROWS }: Pick<Props, 'rows'>) => (
  <li aria-hidden className="skeleton-items" style={counted(rows)} />
)

const counted = (rows: number) => ({ '--rows': rows }) as CSSProperties
