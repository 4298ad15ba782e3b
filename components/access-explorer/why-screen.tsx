'use client'
import { useQueryStates } from 'nuqs'
import { PermissionPicker } from '@/components/access/permission-picker'
import { PlacePicker } from '@/components/access/place-picker'
import { useViewer } from '@/components/access/viewer'
import { Why } from '@/components/access-tree/why'
import { PageBody } from '@/components/layout/page'
import { memberHref } from '@/components/members/member-href'
import { LinkButton } from '@/components/ui/link-button'
import { ExplorerFrame, Sentence } from './explorer-frame'
import { levelOf, placeOf, whyCall, whyParsers } from './explorer-state'
import { Verdict } from './proof-panel'
import { SentencePerson, useMember } from './sentence-person'

/** /access/why: the proof of one answer, and the smallest change that turns it. */
export function WhyScreen() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(whyParsers, { history: 'push' })
  const { who, permission, on } = state
  const level = levelOf(permission)
  const place = placeOf(permission, on, organizationId)
  const person = useMember(who)
  const asked = who && place ? { memberId: who, permission, place } : null
  return (
    <ExplorerFrame api={asked ? whyCall(asked) : undefined}>
      <Sentence permission={permission}>
        <span className="font-medium">Why can, or can’t,</span>
        <SentencePerson id={who} onChoose={(id) => set({ who: id })} />
        <PermissionPicker permission={permission} onChoose={(next) => set({ permission: next })} />
        {level !== 'organization' && (
          <>
            <span className="font-medium">on</span>
            <PlacePicker
              kinds={[level]}
              id={place?.id ?? null}
              onChoose={(id) => set({ on: id })}
            />
          </>
        )}
      </Sentence>
      <PageBody>
        {!asked && (
          <p className="py-4 text-foreground-2">
            Choose {who ? '' : 'somebody'}
            {!who && !place && ' and '}
            {!place && `a ${level}`} to see the proof, and the smallest change that turns it.
          </p>
        )}
        {asked && (
          <section
            aria-label="Proof"
            className="my-4 max-w-190 rounded-lg border bg-sunken p-5 dark:bg-accent"
          >
            <p className="mb-3">
              <Verdict asked={asked} />
            </p>
            <Why
              asked={asked}
              title="Because"
              whose={{ own: false, name: person?.name ?? '' }}
              actions={
                person && (
                  <LinkButton size="small" href={memberHref(person)}>
                    Open {person.kind === 'person' ? 'person' : 'service account'}
                  </LinkButton>
                )
              }
            />
          </section>
        )}
      </PageBody>
    </ExplorerFrame>
  )
}
