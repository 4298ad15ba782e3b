'use client'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { PermissionPicker } from '@/components/access/permission-picker'
import { kindOf } from '@/components/access/place-kind'
import { PlacePicker } from '@/components/access/place-picker'
import { useViewer } from '@/components/access/viewer'
import { type ExplainInput, explainQuery } from '@/components/access-tree/explain-query'
import { deciderWords } from '@/components/access-tree/explain-words'
import { Change } from '@/components/access-tree/why'
import { problemOf } from '@/lib/client/problem-error'
import { urlText, urlWord } from '@/lib/client/url-parsers'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { rightWords } from './right-words'

const parsers = {
  permission: urlWord(permissionNames).withDefault('project.create'),
  on: urlText,
}
const say = (label: string) => {
  const words = rightWords(label)
  return words.charAt(0).toLowerCase() + words.slice(1)
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
        <PermissionPicker permission={permission} say={say} onChoose={choose} />
        {level !== 'organization' && (
          <>
            <span className="font-medium">on</span>
            <PlacePicker kinds={[level]} id={id} onChoose={(value) => set({ on: value })} />
          </>
        )}
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
    <div
      role="status"
      className="flex gap-2 rounded-b-lg border-t bg-sunken px-3 py-2.5 dark:bg-accent"
    >
      <span className="mt-0.5 flex">
        {data.allowed ? (
          <CircleCheck className="text-success-text" />
        ) : (
          <CircleX className="text-destructive-text" />
        )}
      </span>
      <p className="min-w-0 flex-1 text-foreground-2">
        <strong className="font-semibold text-foreground">{data.allowed ? 'Yes.' : 'No.'}</strong>{' '}
        {data.allowed ? `You may ${say(data.label)}.` : data.reason}{' '}
        {data.allowed ? (
          decider && <>{deciderWords(decider)} can change that.</>
        ) : (
          <Change explanation={data} whose={{ own: true, name: '' }} />
        )}
      </p>
    </div>
  )
}
