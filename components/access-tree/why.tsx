'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import { LoadFailed } from '@/components/feedback/states'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { problemOf } from '@/lib/client/problem-error'
import type { Explanation } from '@/lib/modules/access/explanation'
import { Because } from './because'
import { eitherOf, grantWords, supportWords } from './change-words'
import { type ExplainInput, explainQuery } from './explain-query'
import { deciderWords, stepsOf } from './explain-words'
import type { Whose } from './tree-words'

type Props = {
  asked: ExplainInput
  title: string
  whose: Whose
  actions?: ReactNode
}

/** Why somebody may or may not, read when it is opened. */
export function Why({ asked, title, whose, actions }: Props) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...explainQuery(organizationId, asked),
    placeholderData: undefined,
  })
  if (!data && error) {
    return (
      <LoadFailed
        title="The reasons could not be loaded"
        problem={problemOf(error)}
        onRetry={refetch}
      />
    )
  }
  if (!data) {
    return (
      <div aria-busy className="flex h-24 flex-col justify-center gap-4">
        <Skeleton className="w-1/3" />
        <Skeleton className="w-1/2" />
        <Skeleton className="w-2/5" />
      </div>
    )
  }
  return (
    <Because
      title={title}
      steps={stepsOf({ explanation: data, whose })}
      change={<Change explanation={data} whose={whose} />}
      actions={actions}
    />
  )
}

/** What would flip the answer, and who could do it. */
export function Change({ explanation, whose }: { explanation: Explanation; whose: Whose }) {
  const { allowed, grants, supports, until, deciders } = explanation
  const [decider] = deciders
  if (!allowed) {
    if (grants.length === 0) return 'Nothing that is given here would allow it.'
    return (
      <>
        The smallest grant that would allow it:{' '}
        <span className="font-medium text-foreground">
          {eitherOf(grants.map((set) => set.map((grant) => grantWords(grant, explanation))))}
        </span>
        . {decider && <>{deciderWords(decider)} can give it.</>}
      </>
    )
  }
  if (whose.own) {
    return (
      <>
        {until && (
          <>
            It ends <Time at={until} kind="end" className="font-medium text-foreground" />, unless
            somebody extends it.{' '}
          </>
        )}
        {decider && <>{deciderWords(decider)} can change it.</>}
      </>
    )
  }
  return (
    <>
      To take it away,{' '}
      {eitherOf(supports.map((set) => set.map((one) => supportWords(one, explanation))))}. Nothing
      smaller does it.
    </>
  )
}
