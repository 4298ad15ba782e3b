'use client'
import { CirclePlay, History } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { lazily } from '@/components/ui/lazily'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { plural } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/roles'
import type { LeftBehind } from '@/lib/modules/members/left-behind'
import type { Member } from '@/lib/modules/members/member'
import type { RemovalEnds } from '@/lib/modules/members/member-ends'
import { type Heirs, ownedThings } from './heirs'
import { LeftWorkloads } from './left-workloads'

const HandOver = lazily(() => import('./hand-over').then((m) => m.HandOver))

/** The answer of `member.preview_removal`. */
export type RemovalPreview = RemovalEnds & { member: Member; left: LeftBehind }
type Key = RemovalEnds['keys'][number]

const LATELY = 30 * 86_400_000 // ms

const KeyName = ({ name, lastSix }: Key) => (
  <>
    <bdi className="font-medium text-foreground">{name}</bdi>{' '}
    <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">…{lastSix}</code>
  </>
)

/** "2 API keys: laptop …h4fQ2x, bench …9sD1aa". */
export const KeyList = ({ keys }: { keys: readonly Key[] }) => (
  <>
    {plural(keys.length, 'API key')}
    {keys.map((key, index) => (
      <span key={key.id}>
        {index === 0 ? ': ' : ', '}
        <KeyName {...key} />
      </span>
    ))}
  </>
)

/** Words for each thing that ends: one that the removal ends and the dialog does not say is a type error. */
const words: { [K in keyof RemovalEnds]: (ended: RemovalEnds[K]) => ReactNode } = {
  sessions: (count) => plural(count, 'session'),
  keys: (keys) => <KeyList keys={keys} />,
  invitations: (offers) =>
    offers.length > 0 && (
      <>
        {plural(offers.length, 'pending invitation')} to the owner role:{' '}
        {offers.map(({ email }) => email).join(', ')}
      </>
    ),
  roles: ({ clouds, projects }) =>
    clouds + projects > 0 &&
    `${plural(clouds, 'role')} on clouds and ${plural(projects, 'role')} in projects`,
}

export function Ends({ member, ...ends }: RemovalEnds & { member: Pick<Member, 'role'> }) {
  const said = Object.entries(words).map(([kind, say]) => ({
    kind,
    text: (say as (ended: unknown) => ReactNode)(ends[kind as keyof RemovalEnds]),
  }))
  return (
    <>
      <p>The role {roleLabels[member.role]} in this organization.</p>
      <p>
        {said
          .filter(({ text }) => text)
          .map(({ kind, text }, index) => (
            <Fragment key={kind}>
              {index > 0 && ', '}
              {text}
            </Fragment>
          ))}
        .
      </p>
    </>
  )
}

export const Broken = ({ keys }: { keys: (Key & { lastUsedAt: string })[] }) =>
  keys.map((key) => (
    <p key={key.id}>
      Key <KeyName {...key} /> was last used: <Time at={key.lastUsedAt} />. Whatever uses it loses
      access.
    </p>
  ))

/** Keys that something seems to use. */
export const usedLately = (keys: readonly Key[], now: number) =>
  keys.flatMap(({ lastUsedAt, ...key }) =>
    lastUsedAt && now - Date.parse(lastUsedAt) < LATELY ? [{ ...key, lastUsedAt }] : [],
  )

type Props = { preview: RemovalPreview; heirs: Heirs; onHeirs: (heirs: Heirs) => void }

/** Ends at once, Will break, Keeps running, Needs a new owner, Keeps; and what coming back means. */
export function RemovalConsequences({ preview, heirs, onHeirs }: Props) {
  const { member, keys, left, ...rest } = preview
  const now = useNow() ?? 0
  const used = usedLately(keys, now)
  const owned = ownedThings(left)
  return (
    <>
      <ConsequenceGroups
        groups={[
          { kind: 'ends', body: <Ends member={member} keys={keys} {...rest} /> },
          ...(used.length > 0 ? [{ kind: 'breaks' as const, body: <Broken keys={used} /> }] : []),
          {
            title: 'Keeps running until someone stops it',
            icon: <CirclePlay className="text-muted-foreground" />,
            body: <LeftWorkloads workloads={left.workloads} name={member.name} />,
          },
          ...(owned.length > 0
            ? [
                {
                  kind: 'owner' as const,
                  body: (
                    <HandOver
                      left={left}
                      memberId={member.id}
                      name={member.name}
                      heirs={heirs}
                      onChange={onHeirs}
                    />
                  ),
                },
              ]
            : []),
          {
            title: 'Keeps',
            icon: <History className="text-muted-foreground" />,
            body: (
              <>
                <p>
                  The name <bdi>{member.name}</bdi> in the history.
                </p>
                <Made left={left} />
              </>
            ),
          },
        ]}
      />
      <p>
        <bdi>{member.name}</bdi> can come back by a new invitation, with a new user ID and none of
        these roles.
      </p>
    </>
  )
}

/** What they made says "Removed user" from then on. */
function Made({ left: { clouds, projects } }: { left: LeftBehind }) {
  const made = [
    ...clouds.rows.filter((cloud) => cloud.made),
    ...projects.rows.filter((project) => project.made),
  ]
  const [first, ...others] = made
  if (!first) return null
  return (
    <p>
      <bdi>{first.name}</bdi>
      {others.length > 0 &&
        ` and ${plural(others.length, 'other cloud or project', 'other clouds and projects')}`}
      , with “Removed user” as creator.
    </p>
  )
}
