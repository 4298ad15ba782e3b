import { Skeleton } from '@/components/ui/skeleton'

const widths = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3']
const rows = [0, 1, 2, 3, 4, 5, 6, 7]

type Props = { columns: number; selectable: boolean; actions: boolean }

/** Grey bars in the real columns. */
export const SkeletonRows = ({ columns, selectable, actions }: Props) =>
  rows.map((row) => (
    <tr key={row} aria-hidden>
      {selectable && <td className="h-(--row) border-border-subtle border-b" />}
      {Array.from({ length: columns }, (_, index) => index).map((index) => (
        <td
          key={index}
          className="h-(--row) border-border-subtle border-b pr-4 first:pl-(--gutter)"
        >
          <Skeleton className={widths[(row + index) % widths.length]} />
        </td>
      ))}
      {actions && <td className="border-border-subtle border-b" />}
    </tr>
  ))

/** The same for the narrow list. */
export const SkeletonItems = () =>
  rows.map((row) => (
    <li key={row} aria-hidden className="flex flex-col gap-3 border-border-subtle border-b p-4">
      <Skeleton className={widths[row % widths.length]} />
      <Skeleton className={widths[(row + 1) % widths.length]} />
      <Skeleton className="w-1/3" />
    </li>
  ))
