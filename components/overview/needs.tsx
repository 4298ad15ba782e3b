import { Check, ShieldOff } from 'lucide-react'
import Link from 'next/link'
import { Fragment, type ReactNode, useId } from 'react'
import { useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { cn } from '@/components/ui/cn'
import { LinkButton } from '@/components/ui/link-button'
import { formatCount, plural } from '@/lib/client/words'
import type { Need, Overview } from '@/lib/modules/overview/overview'
import { needLinks, withoutFactorLink } from './links'
import { needWords } from './need-words'
import { countWords } from './overview'

type Props = Pick<Overview, 'needs' | 'withoutFactor'>

/** What waits for an owner, the worst first, each with its one button. */
export const Needs = ({ needs, withoutFactor }: Props) => (
  <PageSection
    title="Needs you"
    aside={needs.length > 0 && plural(needs.length, 'thing')}
    className="pt-3"
  >
    <ul className="border-t">
      {needs.length === 0 && (
        <Row icon={<Check />} className="text-muted-foreground">
          Nothing needs you.
        </Row>
      )}
      {needs.map((need) => (
        <NeedRow key={need.kind} need={need} />
      ))}
      {withoutFactor && withoutFactor.count > 0 && (
        <Row icon={<ShieldOff />} className="text-muted-foreground">
          <Link href={withoutFactorLink} className="link tap">
            {countWords(withoutFactor, 'person', 'people')}
          </Link>{' '}
          without a second factor. This organization does not require one.
        </Row>
      )}
    </ul>
  </PageSection>
)

function NeedRow({ need }: { need: Need }) {
  const { organizationName } = useViewer()
  const id = useId()
  const { icon, tone, button, lead, when } = needWords[need.kind]
  return (
    <Row
      icon={icon}
      className={tone === 'error' ? 'text-destructive-text' : 'text-warning-text'}
      action={
        <LinkButton href={needLinks[need.kind]} size="small" aria-describedby={id}>
          {button}
        </LinkButton>
      }
    >
      <span id={id} className="font-medium text-foreground">
        {lead(need, organizationName)}
      </span>
      <span className="text-foreground-2">
        {when && need.at && <> · {when(need.at)}</>}
        {need.first.length > 0 && (
          <>
            {' '}
            · {need.kind === 'deletion' && 'asked for by '}
            <Names need={need} />
          </>
        )}
      </span>
    </Row>
  )
}

/** The first of them, and how many more. */
function Names({ need: { first, count, more } }: { need: Need }) {
  const others = count - first.length
  return (
    <>
      {first.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
        <Fragment key={index}>
          {index > 0 && ', '}
          <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
        </Fragment>
      ))}
      {others > 0 && ` and ${more ? 'more than ' : ''}${formatCount(others)} more`}
    </>
  )
}

type RowProps = { icon: ReactNode; className: string; action?: ReactNode; children: ReactNode }

const Row = ({ icon, className, action, children }: RowProps) => (
  <li className="flex min-h-12 items-center gap-3 border-b py-2">
    <span aria-hidden className={cn('shrink-0 [&>.lucide]:size-4', className)}>
      {icon}
    </span>
    <p className="min-w-0 flex-1 text-foreground-2">{children}</p>
    {action}
  </li>
)
