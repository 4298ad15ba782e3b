'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/lib/client/words'
import { barsPath, HEIGHT, most, scaleOf } from './chart-path'
import { dayWords } from './overview'

export type Series = {
  label: string
  values: readonly number[]
  /** The list of one day; a total of the past has none. */
  dayHref?: (day: string) => string
}

type Props = {
  title: string
  days: readonly string[]
  up: Series
  /** Hangs below the baseline. */
  down?: Series
  /** What the bars say, in words and links. */
  children: ReactNode
  /** The same without links, for those who do not see the bars. */
  alternative: string
}

// Of a line of text, in the height of the chart.
const APART = 9

const ups = 'text-primary forced-colors:text-[CanvasText]'
const downs = 'text-control forced-colors:text-[GrayText]'

/** Bars of each day over a zero baseline, the maximum written at the line, the values as a table below. */
export function DayChart({ title, days, up, down, children, alternative }: Props) {
  const [highest, deepest] = [most(up.values), most(down?.values ?? [])]
  const scale = scaleOf(highest, deepest)
  return (
    <section className="min-w-0 border-t py-4">
      <h3 className="font-medium">{title}</h3>
      <div className="mt-3 flex gap-2">
        <svg
          role="img"
          aria-label={alternative}
          viewBox={`0 -1 ${days.length} ${HEIGHT + 2}`}
          preserveAspectRatio="none"
          className="h-24 min-w-0 flex-1"
        >
          <path
            d={`M0 0H${days.length}${deepest > 0 ? `M0 ${HEIGHT}H${days.length}` : ''}`}
            className="stroke-border-subtle"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={barsPath(up.values, { most: highest, base: scale.base, height: scale.up })}
            fill="currentColor"
            className={ups}
          />
          {down && (
            <path
              d={barsPath(down.values, {
                most: deepest,
                base: scale.base,
                height: scale.down,
                down: true,
              })}
              fill="currentColor"
              className={downs}
            />
          )}
          <path
            d={`M0 ${scale.base}H${days.length}`}
            className="stroke-border-strong"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <div aria-hidden className="relative w-9 text-muted-foreground text-xs tabular-nums">
          {highest > 0 && <Mark at={Math.min(0, scale.base - APART)}>{formatCount(highest)}</Mark>}
          <Mark at={scale.base}>0</Mark>
          {deepest > 0 && (
            <Mark at={Math.max(HEIGHT, scale.base + APART)}>{formatCount(deepest)}</Mark>
          )}
        </div>
      </div>
      <div
        aria-hidden
        className="mr-11 flex justify-between text-muted-foreground text-xs tabular-nums"
      >
        <span>{dayWords(days[0] ?? '')}</span>
        <span>Today</span>
      </div>
      <div className="mt-2 text-foreground-2">{children}</div>
      <DayTable title={title} days={days} series={down ? [up, down] : [up]} />
    </section>
  )
}

/** A number beside its line; where lines are close, it moves outwards. */
const Mark = ({ at, children }: { at: number; children: ReactNode }) => (
  <span
    className="absolute left-0 -translate-y-1/2 leading-none"
    style={{ top: `${(at / HEIGHT) * 100}%` }}
  >
    {children}
  </span>
)

type TableProps = { title: string; days: readonly string[]; series: readonly Series[] }

/** The days on which something happened, the latest first. Made when it is asked for. */
function DayTable({ title, days, series }: TableProps) {
  const [open, setOpen] = useState(false)
  const rows = days
    .map((day, index) => ({ day, values: series.map(({ values }) => values[index] ?? 0) }))
    .filter(({ values }) => values.some((value) => value > 0))
    .reverse()
  return (
    <details className="mt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer max-sm:py-3.5 text-muted-foreground text-xs hover:text-foreground">
        Day by day
      </summary>
      {open && (
        <table className="mt-2 w-full max-w-80 tabular-nums" aria-label={`${title}, day by day`}>
          <thead className="text-left text-muted-foreground text-xs">
            <tr>
              <th className="font-medium">Day (UTC)</th>
              {series.map(({ label }) => (
                <th key={label} className="text-right font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ day, values }) => (
              <tr key={day} className="border-t border-border-subtle">
                <th className="py-1 text-left font-normal">{dayWords(day)}</th>
                {series.map(({ label, dayHref }, index) => (
                  <td key={label} className="py-1 text-right">
                    <Value value={values[index] ?? 0} href={dayHref?.(day)} what={label} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}

const Value = ({ value, href, what }: { value: number; href?: string; what: string }) =>
  href && value > 0 ? (
    <Link href={href} className="link tap" prefetch={false}>
      {formatCount(value)}
      <span className="sr-only"> {what}</span>
    </Link>
  ) : (
    formatCount(value)
  )

/** A square in the colour of its bars, for the words beside them. */
export const Swatch = ({ down = false }: { down?: boolean }) => (
  <span
    aria-hidden
    className={cn(
      'mr-1.5 inline-block size-2 rounded-xs bg-current forced-color-adjust-none',
      down ? downs : ups,
    )}
  />
)
