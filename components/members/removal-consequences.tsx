'use client'
import { History } from 'lucide-react'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { plural } from '@/lib/client/words'
import type { Member } from '@/lib/modules/members/member'

type Key = { name: string; lastSix: string; lastUsedAt: string | null }

/** The answer of `member.preview_removal`. */
export type RemovalPreview = { member: Member; sessions: number; keys: Key[] }

const LATELY = 30 * 86_400_000 // ms

const KeyName = ({ name, lastSix }: Key) => (
  <>
    <bdi className="font-medium text-foreground">{name}</bdi>{' '}
    <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">…{lastSix}</code>
  </>
)

const Ends = ({ sessions, keys }: Omit<RemovalPreview, 'member'>) => (
  <>
    {plural(sessions, 'session')}, {plural(keys.length, 'API key')}
    {keys.map((key, index) => (
      <span key={key.lastSix}>
        {index === 0 ? ': ' : ', '}
        <KeyName {...key} />
      </span>
    ))}
    .
  </>
)

const Broken = ({ keys }: { keys: (Key & { lastUsedAt: string })[] }) =>
  keys.map((key) => (
    <p key={key.lastSix}>
      Key <KeyName {...key} /> was last used: <Time at={key.lastUsedAt} />. Whatever uses it loses
      access.
    </p>
  ))

/** Ends at once, Will break, Keeps, and what coming back means. */
export function RemovalConsequences({ preview }: { preview: RemovalPreview }) {
  const { member, sessions, keys } = preview
  const now = useNow() ?? 0
  const used = keys.flatMap(({ lastUsedAt, ...key }) =>
    lastUsedAt && now - Date.parse(lastUsedAt) < LATELY ? [{ ...key, lastUsedAt }] : [],
  )
  return (
    <>
      <ConsequenceGroups
        groups={[
          { kind: 'ends', body: <Ends sessions={sessions} keys={keys} /> },
          ...(used.length > 0 ? [{ kind: 'breaks' as const, body: <Broken keys={used} /> }] : []),
          {
            title: 'Keeps',
            icon: <History className="text-muted-foreground" />,
            body: (
              <>
                <p>
                  The name <bdi>{member.name}</bdi> in the history.
                </p>
                <p>Workloads: No platform reports workloads here.</p>
              </>
            ),
          },
        ]}
      />
      <p>
        If <bdi>{member.name}</bdi> comes back, it is with a new user ID and none of these roles.
      </p>
    </>
  )
}
