'use client'
import { useQueryStates } from 'nuqs'
import { OnPlace } from '@/components/access/on-place'
import { PermissionPicker } from '@/components/access/permission-picker'
import { useViewer } from '@/components/access/viewer'
import { Why } from '@/components/access-tree/why'
import { PageBody } from '@/components/layout/page'
import { memberHref } from '@/components/members/member-href'
import { LinkButton } from '@/components/ui/link-button'
import { ExplorerFrame, Sentence } from './explorer-frame'
import { levelOf, placeOf, whyCall, whyParsers } from './explorer-state'
import { Verdict } from './proof-panel'
import { SentencePerson, useMember } from './sentence-person'
import { Unasked, useOwnExamples } from './unasked'

/** /access/why: the proof of one answer, and the smallest change that turns it. */
export function WhyScreen() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(whyParsers, { history: 'push' })
  const { who, permission, on } = state
  const level = levelOf(permission)
  const place = placeOf(permission, on, organizationId)
  const person = useMember(who)
  const examples = useOwnExamples()
  const asked = who && place ? { memberId: who, permission, place } : null
  return (
    <ExplorerFrame api={asked ? whyCall(asked) : undefined}>
      <Sentence permission={permission}>
        <span className="font-medium">Why can, or can’t,</span>
        <SentencePerson id={who} onChoose={(id) => set({ who: id })} />
        <PermissionPicker permission={permission} onChoose={(next) => set({ permission: next })} />
        <OnPlace level={level} id={place?.id ?? null} onChoose={(id) => set({ on: id })} />
      </Sentence>
      {!asked && (
        <Unasked examples={examples.why}>
          {`Choose ${[!who && 'somebody', !place && `a ${level}`].filter(Boolean).join(' and ')} to see the proof, and the smallest change that turns it.`}
        </Unasked>
      )}
      {asked && (
        <PageBody>
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
        </PageBody>
      )}
    </ExplorerFrame>
  )
}
