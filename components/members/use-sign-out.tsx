'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { Member } from '@/lib/modules/members/member'
import { endSessionsOfMemberAction } from '@/lib/transport/actions/sessions'

/** Signs one person out everywhere, after saying what that means. */
export function useSignOut() {
  const { organizationId, identityId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(endSessionsOfMemberAction, {
    organizationId,
    invalidates: ['session.list_of_member', 'event.list'],
  })
  return async ({ id, name }: Pick<Member, 'id' | 'name'>) => {
    const who = isolated(name)
    let ended = 0
    const done = await confirm({
      title: `Sign out ${who} everywhere?`,
      groups: [
        {
          kind: 'ends',
          body: `Every session of ${who} in this organization${id === identityId ? ', this one too' : ''}. To come back, ${who} signs in again.`,
        },
        { kind: 'stays', body: 'API keys, and what they are used for.' },
      ],
      verb: 'Sign out everywhere',
      pendingVerb: 'Signing out…',
      tone: 'destructive',
      action: async () => {
        const result = await run({ memberId: id })
        if (result.ok) ended = result.data.ended
        return result
      },
    })
    if (!done) return
    if (ended === 0) notify.done(<Name name={name}> was not signed in anywhere</Name>)
    else notify.done(<Name name={name}>: ended {plural(ended, 'session')}</Name>)
  }
}

const Name = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <bdi className="font-medium">{name}</bdi>
    {children}
  </>
)
