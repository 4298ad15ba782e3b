'use client'
import { useState } from 'react'
import { GroupFilter } from '@/components/data-table/group-filter'
import { LongList } from '@/components/data-table/long-list'
import { Banner } from '@/components/feedback/banner'
import { SignInAgain } from '@/components/feedback/sign-in-again'
import { InviteResultRow } from './invite-result-row'
import { whereItStands } from './send-report'
import { ShownOnce } from './shown-once'
import type { SendItem, SendRun } from './use-send-run'

type Props = { run: SendRun; onCopied: (email: string) => void }

const states = ['sent', 'left', 'unknown', 'open'] as const
type State = (typeof states)[number]

/** What happened to each, by its line; after a break, what is known. */
export function SendRunResults({ run, onCopied }: Props) {
  const [shown, setShown] = useState<State | null>(null)
  const stateOf = ({ email }: SendItem): State => {
    const result = run.results.get(email)
    if (result) return result.id === undefined ? 'left' : 'sent'
    return run.unknown.has(email) ? 'unknown' : 'open'
  }
  const of = (state: State) => run.items.filter((item) => stateOf(item) === state)
  const several = states.filter((state) => of(state).length > 0).length > 1
  const links = [...run.results.values()].filter(({ link }) => link).length
  const labels: Record<State, string> = {
    sent: run.delivery === 'mail' ? 'Sent' : 'Made',
    left: 'Left out',
    unknown: 'Not known',
    open: 'Not sent',
  }
  return (
    <div className="flex flex-col gap-3">
      {run.phase !== 'done' && <Interrupted run={run} />}
      {links > 0 && <ShownOnce isOne={links === 1} />}
      {several && (
        <GroupFilter
          label="Results"
          total={run.items.length}
          choices={states.map((value) => ({
            value,
            label: labels[value],
            count: of(value).length,
          }))}
          value={shown}
          onChange={setShown}
        />
      )}
      <LongList key={shown} items={shown ? of(shown) : run.items}>
        {(item) => (
          <InviteResultRow
            key={item.email}
            result={run.results.get(item.email) ?? { given: item.email }}
            words={labels[stateOf(item)]}
            line={item.line}
            onCopied={onCopied}
          />
        )}
      </LongList>
    </div>
  )
}

const Interrupted = ({ run }: { run: SendRun }) => (
  <Banner
    tone={run.phase === 'broken' ? 'error' : 'warning'}
    title={run.phase === 'stopped' ? 'You stopped it' : (run.problem?.title ?? 'It broke off')}
    action={run.problem?.code === 'unauthenticated' && <SignInAgain />}
  >
    {run.phase === 'broken' && run.problem?.status !== 0 && <p>{run.problem?.detail}</p>}
    {whereItStands(run).map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {run.items[0]?.line !== undefined && (
      <p>
        The same file can be imported again: who is invited or a member by then is shown and left
        out.
      </p>
    )}
  </Banner>
)
