import { SkeletonItems, SkeletonRows } from '@/components/data-table/skeleton-rows'
import { PageHeader, Toolbar } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'

type Props = {
  title: string
  /** A line stands below the title. */
  described?: boolean
  /** Tabs stand above the list. */
  tabs?: number
  /** Buttons at the right of the title. */
  buttons: number
  columns: number
  selectable?: boolean
  actions?: boolean
}

/** Where a page with a list will be, in its measures; nothing for the first 150 ms, so that quick pages do not flicker. */
export const ListSkeleton = ({ title, described, tabs, buttons, columns, ...table }: Props) => (
  <>
    <PageHeader
      title={title}
      description={described && <Skeleton className="my-1.5 w-72" />}
      actions={<Bars count={buttons} className="h-8 w-20 rounded-md" />}
    />
    <div
      aria-busy
      className="flex min-h-0 flex-1 animate-[fade_120ms_150ms_both] flex-col motion-reduce:animate-none"
    >
      <span className="sr-only" role="status">
        Loading…
      </span>
      {tabs && (
        <div className="flex h-9 shrink-0 items-center gap-5 border-b px-(--gutter)">
          <Bars count={tabs} className="w-20" />
        </div>
      )}
      <Toolbar>
        <Skeleton className="h-7 w-60 rounded-md" />
        <Bars count={3} className="h-7 w-24 rounded-md max-sm:hidden" />
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-hidden">
        <table className="w-full table-fixed border-separate border-spacing-0 max-sm:hidden">
          <thead className="bg-sunken">
            <tr>
              <td className="h-(--row-head) border-y" colSpan={columns + 2} />
            </tr>
          </thead>
          <tbody>
            <SkeletonRows
              columns={columns}
              selectable={table.selectable ?? false}
              actions={table.actions ?? false}
            />
          </tbody>
        </table>
        <ul className="sm:hidden">
          <SkeletonItems />
        </ul>
      </div>
      <div className="h-10 shrink-0 border-t max-sm:h-14" />
    </div>
  </>
)

const Bars = ({ count, className }: { count: number; className: string }) =>
  Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
    <Skeleton key={index} className={className} />
  ))
