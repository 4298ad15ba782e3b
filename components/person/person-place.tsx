'use client'
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { useGo } from '@/components/layout/use-go'
import type { MemberListState } from '@/components/members/member-list'
import { LinkButton } from '@/components/ui/link-button'
import { tip } from '@/components/ui/tooltip'
import { useShortcut } from '@/lib/client/shortcuts'
import { formatCount } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import { type Neighbours, neighboursQuery } from './person-queries'

type Props = {
  memberId: string
  list: MemberListState
  /** The page of another person, with the list kept. */
  hrefOf: (id: string) => string
}

/** "2 of 1,284", and the way to whoever stands before and after. K and J, or [ and ], go there. */
export function PersonPlace({ memberId, list, hrefOf }: Props) {
  const { organizationId } = useViewer()
  const go = useGo()
  const { data } = useQuery({
    ...neighboursQuery(organizationId, memberId, list),
    placeholderData: undefined,
  })
  const step = (to: Neighbours['next'] | undefined) => to && go(hrefOf(to.id))
  useShortcut(['k', 'K', '['], () => step(data?.previous))
  useShortcut(['j', 'J', ']'], () => step(data?.next))
  if (!data) return null
  const { place, total, previous, next } = data
  return (
    <nav aria-label="People of the list" className="flex items-center gap-1">
      {place !== null && (
        <span className="mr-1 text-muted-foreground text-xs tabular-nums">
          {formatCount(place)} of {total.more && 'more than '}
          {formatCount(total.count)}
        </span>
      )}
      <Step to={previous} hrefOf={hrefOf} label="Previous" icon={<ArrowUp />} />
      <Step to={next} hrefOf={hrefOf} label="Next" icon={<ArrowDown />} />
    </nav>
  )
}

type StepProps = Pick<Props, 'hrefOf'> & {
  to: Neighbours['next']
  label: string
  icon: React.ReactNode
}

function Step({ to, hrefOf, label, icon }: StepProps) {
  if (!to) {
    return (
      <span
        aria-hidden
        className="inline-flex size-7 items-center justify-center text-disabled-foreground max-sm:size-11"
      >
        {icon}
      </span>
    )
  }
  return (
    <LinkButton
      {...tip(`${label}: ${isolated(to.name)}`)}
      href={hrefOf(to.id)}
      prefetch={false}
      variant="ghost"
      size="icon"
      className="max-sm:size-11"
      aria-label={`${label}: ${to.name}`}
      icon={icon}
    />
  )
}
