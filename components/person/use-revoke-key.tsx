'use client'
import { useViewer } from '@/components/access/viewer'
import { LastSix } from '@/components/api-keys/key-columns'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { focusMain } from '@/components/members/focus-main'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { Member } from '@/lib/modules/members/member'
import { revokeApiKeyOfMemberAction } from '@/lib/transport/actions/credentials'

/** Asks, with what it means for whoever uses the key, and revokes. */
export function useRevokeKey(member: Member) {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(revokeApiKeyOfMemberAction, {
    organizationId,
    invalidates: [
      'api_key.list_of_member',
      'api_key.list_own',
      'event.list',
      'member.preview_removal',
    ],
  })
  return async (apiKey: ApiKey) => {
    const done = await confirm({
      title: `Revoke ${isolated(apiKey.name)}?`,
      groups: [
        {
          kind: 'ends',
          body: (
            <>
              The key <LastSix apiKey={apiKey} /> of <bdi>{member.name}</bdi> is refused from its
              next request on. It can’t be brought back.
            </>
          ),
        },
        ...(apiKey.lastUsedAt ? [breaks(apiKey.lastUsedAt)] : []),
        {
          kind: 'stays',
          body: (
            <>
              Sessions and other keys of <bdi>{member.name}</bdi>. A new key can be made at any
              time.
            </>
          ),
        },
      ],
      verb: 'Revoke key',
      pendingVerb: 'Revoking…',
      tone: 'destructive',
      action: () => run({ keyId: apiKey.id }),
    })
    if (!done) return
    notify.done(
      <>
        Revoked <bdi className="font-medium">{apiKey.name}</bdi>
      </>,
    )
    focusMain()
  }
}

const breaks = (lastUsedAt: string) => ({
  kind: 'breaks' as const,
  body: (
    <>
      Every program that still sends it. Last used: <Time at={lastUsedAt} />.
    </>
  ),
})
