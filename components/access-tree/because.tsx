import type { ReactNode } from 'react'

export type BecauseStep = { lead: ReactNode; rest?: ReactNode }
type Props = {
  title: string
  steps: readonly BecauseStep[]
  /** What would change it, in words. */
  change?: ReactNode
  actions?: ReactNode
}

/** Numbered steps from who somebody is to what they may do, and the smallest change that flips it. */
export const Because = ({ title, steps, change, actions }: Props) => (
  <div className="flex flex-col gap-2.5">
    <p className="font-medium text-foreground">{title}</p>
    <ol className="flex flex-col">
      {steps.map(({ lead, rest }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their places
        <li key={index} className="relative flex gap-2.5 pb-2 last:pb-0">
          {index < steps.length - 1 && (
            <span aria-hidden className="absolute top-5 bottom-0 left-2.25 w-px bg-border-strong" />
          )}
          <span
            aria-hidden
            className="z-1 mt-px inline-flex size-4.75 shrink-0 items-center justify-center rounded-full border border-border-strong bg-background text-2xs text-foreground-2 tabular-nums"
          >
            {index + 1}
          </span>
          <span className="min-w-0 flex-1 text-foreground-2 [overflow-wrap:anywhere]">
            <span className="font-medium text-foreground">{lead}</span>
            {rest && <> · {rest}</>}
          </span>
        </li>
      ))}
    </ol>
    {(change || actions) && (
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-border border-t pt-3">
        <div className="min-w-0 flex-[1_1_18rem] text-foreground-2">{change}</div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    )}
  </div>
)
