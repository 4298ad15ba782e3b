'use client'
import { useViewer } from '@/components/access/viewer'
import type { Line } from '@/components/access-tree/tree-model'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import type { Member } from '@/lib/modules/members/member'
import { useEndRole } from './use-end-role'

type Props = { member: Member; line: Line }

/** The ways to change a line of somebody's tree: where the role is given, and its end. */
export function LineActions({ member, line }: Props) {
  const { identityId } = useViewer()
  const endRole = useEndRole(member)
  const { on, node } = line
  const own = member.id === identityId ? 'No one changes their own role. Another owner can.' : null
  const owner =
    member.role === 'owner' && on === 'cloud'
      ? 'You cannot edit the cloud role of an organization owner.'
      : null
  return (
    <>
      <LinkButton
        size="small"
        href={`/${on}s/${node.id}/access?q=${encodeURIComponent(member.email)}`}
      >
        Change…
      </LinkButton>
      {node.given && (
        <Button size="small" disabledReason={own ?? owner} onClick={() => endRole(line)}>
          End role…
        </Button>
      )}
    </>
  )
}
