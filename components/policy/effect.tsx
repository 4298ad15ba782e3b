import { CircleAlert, Info } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { FieldError } from '@/components/form/field'
import type { Counted } from './policy-queries'

type Props = { id: string; fault: string | undefined; children: ReactNode }

/** Below a control: whom it would affect, or why it cannot be saved. */
export const Effects = ({ id, fault, children }: Props) => (
  <div id={id} aria-live="polite" className="mt-2 flex flex-col gap-1 text-foreground-2">
    {fault && <FieldError>{fault}</FieldError>}
    {children}
  </div>
)

/** One sentence of it. `alarming`: somebody loses something. */
export const Effect = ({ alarming, children }: { alarming?: boolean; children: ReactNode }) => (
  <p
    className={`flex gap-2 [&>.lucide]:mt-0.5 ${alarming ? 'text-warning-text' : '[&>.lucide]:text-muted-foreground'}`}
  >
    {alarming ? <CircleAlert /> : <Info />}
    <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
  </p>
)

export const effectLink = 'tap text-primary-text underline underline-offset-2'

/** "1,000" or "more than 1,000". */
export const countWords = ({ count, more }: Pick<Counted<unknown>, 'count' | 'more'>) =>
  `${more ? 'more than ' : ''}${count.toLocaleString('en-GB')}`

const NAMED = 5

/** The first by name, each the way to their page, and how many more. */
export function People({ of }: { of: Counted<{ id: string; name: string }> }) {
  const rest = of.count - Math.min(NAMED, of.first.length)
  return (
    <>
      {of.first.slice(0, NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link href={`/users/${id}`} className={effectLink}>
            <bdi>{name}</bdi>
          </Link>
        </span>
      ))}
      {rest > 0 && ` and ${countWords({ count: rest, more: of.more })} more`}
    </>
  )
}
