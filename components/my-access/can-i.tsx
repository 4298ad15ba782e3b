'use client'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { OnPlace } from '@/components/access/on-place'
import { PermissionPicker } from '@/components/access/permission-picker'
import { kindOf } from '@/components/access/place-kind'
import { useViewer } from '@/components/access/viewer'
import { type ExplainInput, explainQuery } from '@/components/access-tree/explain-query'
import { deciderWords } from '@/components/access-tree/explain-words'
import { Change } from '@/components/access-tree/why'
import { problemOf } from '@/lib/client/problem-error'
import { urlText, urlWord } from '@/lib/client/url-parsers'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { ownAccessQuery } from './own-access'
import { toHolder } from './right-words'

const parsers = {
  permission: urlWord(permissionNames).withDefault('project.create'),
  on: urlText,
}
/** "Can I … on …?": the decision's own sentence, and who could give it. */
export function CanI() {
  const { organizationId } = useViewer()
  const [{ permission, on }, set] = useQueryStates(parsers, { history: 'push' })
  const { level } = entryOf(permission)
  const id = level !== 'organization' && kindOf(on) === level ? on : null
  const choose = (next: Permission) =>
    set({ permission: next, on: entryOf(next).level === kindOf(on) ? on : null })
  return (
    <section aria-label="Can I" className="rounded-lg border">
      <div className="flex flex-wrap items-center gap-2 px-3 py-2.5">
        <span className="font-medium">Can I</span>
        <PermissionPicker permission={permission} say={toHolder} onChoose={choose} />
        <OnPlace level={level} id={id} onChoose={(value) => set({ on: value })} />
      </div>
      {(level === 'organization' || id) && (
        <Answer asked={{ permission, place: { kind: level, id: id ?? organizationId } }} />
      )}
    </section>
  )
}

function Answer({ asked }: { asked: ExplainInput }) {
  const { organizationId } = useViewer()
  const { data, error } = useQuery({
    ...explainQuery(organizationId, asked),
    placeholderData: undefined,
  })
  // What one may not see is as if it were not there: the answer must not tell which of the two it is.
  if (error && problemOf(error).status === 404) return <NotInReach kind={asked.place.kind} />
  if (error) {
    return (
      <p role="alert" className="border-t bg-sunken px-3 py-2.5 text-foreground-2">
        {problemOf(error).detail}
      </p>
    )
  }
  if (!data) return <div className="h-11 border-t bg-sunken" />
  const [decider] = data.deciders
  return (
    <Verdict allowed={data.allowed}>
      {data.allowed ? `You may ${toHolder(data.label)}.` : data.reason}{' '}
      {data.allowed ? (
        decider && <>{deciderWords(decider)} can change that.</>
      ) : (
        <Change explanation={data} whose={{ own: true, name: '' }} />
      )}
    </Verdict>
  )
}

function NotInReach({ kind }: { kind: ExplainInput['place']['kind'] }) {
  const { organizationId } = useViewer()
  const { data } = useQuery(ownAccessQuery(organizationId))
  const [first] = data?.owners.names ?? []
  return (
    <Verdict allowed={false}>
      {kind === 'project'
        ? 'This project is not in your reach: it is private and you hold no role in it, you hold no role on its cloud, or it was removed.'
        : 'This cloud is not in your reach: you hold no role on it, or it was removed.'}{' '}
      An owner of the {kind}
      {first && (
        <>
          , <bdi>{first}</bdi>
        </>
      )}{' '}
      or another organization owner can give you one.
    </Verdict>
  )
}

const Verdict = ({ allowed, children }: { allowed: boolean; children: ReactNode }) => (
  <div
    role="status"
    className="flex gap-2 rounded-b-lg border-t bg-sunken px-3 py-2.5 dark:bg-accent"
  >
    <span className="mt-0.5 flex">
      {allowed ? (
        <CircleCheck className="text-success-text" />
      ) : (
        <CircleX className="text-destructive-text" />
      )}
    </span>
    <p className="min-w-0 flex-1 text-foreground-2">
      <strong className="font-semibold text-foreground">{allowed ? 'Yes.' : 'No.'}</strong>{' '}
      {children}
    </p>
  </div>
)
