'use client'
import { LogOut, ShieldCheck } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { RoleChip } from '@/components/access/role-chip'
import { useDenial, useViewer } from '@/components/access/viewer'
import { PageHeader } from '@/components/layout/page'
import { memberActions } from '@/components/members/member-actions'
import { MemberAvatar } from '@/components/members/member-avatar'
import { memberListParsers, withMemberList } from '@/components/members/member-list'
import { lockedReason } from '@/components/members/role-choice'
import type { useDialogs } from '@/components/members/use-dialogs'
import { useSignOut } from '@/components/members/use-sign-out'
import { useRestore } from '@/components/members/use-suspension'
import { MenuEntries } from '@/components/menu/menu-entries'
import { RowMenu } from '@/components/menu/row-menu'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { CopyButton } from '@/components/ui/copy-button'
import { PersonPlace } from './person-place'
import type { Profile } from './person-queries'

type Props = { profile: Profile; onShow: ReturnType<typeof useDialogs>['show'] }

/** Who it is, where they stand in the list that the reader came from, and what may be done. */
export function PersonHeader({ profile, onShow }: Props) {
  const { member, owners } = profile
  const { identityId } = useViewer()
  const [list] = useQueryStates(memberListParsers)
  const { id, name, email, role } = member
  const gone = member.endedAt !== null
  const at = email.lastIndexOf('@')
  return (
    <PageHeader
      title={name}
      crumb={{ label: 'Users', href: withMemberList('/users', list) }}
      corner={
        <PersonPlace
          memberId={id}
          list={list}
          hrefOf={(to) => withMemberList(`/users/${to}`, list)}
        />
      }
      leading={<MemberAvatar member={member} size={44} />}
      aside={
        gone ? (
          <Chip>Removed</Chip>
        ) : (
          <span className="flex flex-wrap items-center gap-1.5">
            <RoleChip role={role} />
            {member.suspendedAt && <Chip tone="warning">Suspended</Chip>}
          </span>
        )
      }
      description={
        <span className="flex min-w-0 items-center gap-1">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {email.slice(0, at)}
            <wbr />
            {email.slice(at)}
          </span>
          <CopyButton value={email} label="email" size="icon" className="-my-1" />
        </span>
      }
      api={
        gone
          ? undefined
          : { method: 'GET', path: `/api/v2/organization_collaborators/${member.userId}` }
      }
      actions={
        !gone && (
          <Actions profile={profile} standing={{ selfId: identityId, owners }} onShow={onShow} />
        )
      }
    />
  )
}

type ActionsProps = Props & { standing: { selfId: string; owners: number } }

function Actions({ profile: { member }, standing, onShow }: ActionsProps) {
  const denial = useDenial()
  const signOut = useSignOut()
  const restore = useRestore()
  const dialogs = {
    manage: () => onShow({ manage: member.id }),
    signOut,
    suspend: () => onShow({ suspend: member.id }),
    restore,
    remove: () => onShow({ remove: member.id }),
  }
  return (
    <>
      <Button
        variant="ghost"
        icon={<LogOut />}
        disabledReason={denial('session.end')}
        onClick={() => signOut(member)}
      >
        Sign out everywhere
      </Button>
      <Button
        variant="primary"
        icon={<ShieldCheck />}
        disabledReason={denial('member.change_role') ?? lockedReason(member, standing)}
        onClick={dialogs.manage}
      >
        Manage access
      </Button>
      <RowMenu
        outlined
        entries={<MenuEntries actions={memberActions(standing, dialogs)} row={member} />}
        label={`Actions for ${member.name}`}
      />
    </>
  )
}
