'use client'
import { CirclePlay, History } from 'lucide-react'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { HandOver } from '@/components/members/hand-over'
import { type Heirs, ownedThings } from '@/components/members/heirs'
import { LeftWorkloads } from '@/components/members/left-workloads'
import { Time } from '@/components/ui/time'
import { formatCount, plural } from '@/lib/client/words'
import { placeRoleLabel } from '@/lib/domain/roles'
import type { LeftBehind } from '@/lib/modules/members/left-behind'
import { USED_DAYS } from '@/lib/modules/service-accounts/service-account-rules'
import type { DeletionPreview } from './account-queries'
import { EndingProofs, hasUsedProofs, UsedProofs } from './deletion-proofs'

const NAMED = 5

type Props = {
  preview: DeletionPreview
  left: LeftBehind
  heirs: Heirs
  onHeirs: (heirs: Heirs) => void
}

/** Will break, Ends at once, Keeps running, Needs a new owner, Keeps. */
export function DeletionConsequences({ preview, left, heirs, onHeirs }: Props) {
  const { account, used } = preview
  const owned = ownedThings(left)
  const handOver = { left, memberId: account.id, name: account.name, heirs, onChange: onHeirs }
  return (
    <ConsequenceGroups
      groups={[
        { kind: 'ends', body: <Ends preview={preview} /> },
        {
          kind: 'breaks',
          body:
            used.length > 0 || hasUsedProofs(preview) ? (
              <>
                {used.map((key) => (
                  <UsedKey key={key.id} used={key} />
                ))}
                <UsedProofs preview={preview} />
              </>
            ) : (
              <p>Nothing that is known: {unusedWords(preview)}.</p>
            ),
        },
        ...(left.workloads.count > 0
          ? [
              {
                title: 'Keeps running until someone stops it',
                icon: <CirclePlay className="text-muted-foreground" />,
                body: <LeftWorkloads workloads={left.workloads} name={account.name} />,
              },
            ]
          : []),
        ...(owned.length > 0 ? [{ kind: 'owner' as const, body: <HandOver {...handOver} /> }] : []),
        {
          title: 'Keeps',
          icon: <History className="text-muted-foreground" />,
          body: 'Its name and what it did, in the audit log. An account of the same name later is another one, with new IDs.',
        },
      ]}
    />
  )
}

function unusedWords({ account, rules, publicKeys }: DeletionPreview): string {
  if (account.keys + rules.length + publicKeys.length === 0) return 'it has no live key'
  const what = rules.length + publicKeys.length > 0 ? 'nothing of it' : 'no live key'
  return `${what} was used in the last ${USED_DAYS} days`
}

function Ends({ preview }: Pick<Props, 'preview'>) {
  const { account, roles } = preview
  const { keys, roles: counted } = account
  const all = counted.clouds + counted.projects
  return (
    <>
      <p>{plural(keys, 'API key')}, refused from the next request on.</p>
      <EndingProofs preview={preview} />
      <p>
        {all === 0
          ? 'It holds no roles.'
          : `${plural(counted.clouds, 'role')} on clouds and ${plural(counted.projects, 'role')} in projects:`}
      </p>
      {roles.length > 0 && (
        <ul>
          {roles.slice(0, NAMED).map(({ id, role, readOnly, cloud, project }) => (
            <li key={id}>
              {placeRoleLabel({ on: project ? 'project' : 'cloud', role, readOnly })} on{' '}
              <bdi className="font-medium text-foreground">{(project ?? cloud).name}</bdi>
              {project && (
                <span className="text-muted-foreground">
                  {' '}
                  · <bdi>{cloud.name}</bdi>
                </span>
              )}
            </li>
          ))}
          {all > NAMED && <li>and {formatCount(all - NAMED)} more</li>}
        </ul>
      )}
    </>
  )
}

const UsedKey = ({ used }: { used: DeletionPreview['used'][number] }) => (
  <div className="mt-1 first:mt-0">
    <p>
      <bdi className="font-medium text-foreground">{used.name}</bdi>{' '}
      <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">
        …{used.lastSix}
      </code>
      , last used: <Time at={used.lastUsedAt} />
      {used.requests > 0 && `, ${plural(used.requests, 'request')} in ${USED_DAYS} days`}.
    </p>
    {used.calls.length > 0 && (
      <ul className="flex flex-wrap gap-x-3">
        {used.calls.slice(0, NAMED).map(({ useCase, requests }) => (
          <li key={useCase}>
            <code className="font-mono text-xs">{useCase}</code>{' '}
            <span className="text-muted-foreground text-xs">{formatCount(requests)}</span>
          </li>
        ))}
        {used.calls.length > NAMED && (
          <li className="text-muted-foreground text-xs">
            and {formatCount(used.calls.length - NAMED)} more
          </li>
        )}
      </ul>
    )}
  </div>
)
