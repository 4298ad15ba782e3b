'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Option, PickerList } from '@/components/access/picker'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { MemberAvatar } from './member-avatar'
import type { MemberPage } from './member-list'
import { useSettled } from './use-settled'

type Props = {
  label: string
  roles?: readonly OrganizationRole[]
  /** Who of those found is offered. */
  suits?: (member: Member) => boolean
  /** What can be chosen instead of somebody. */
  before?: readonly Option[]
  onChoose: (value: string, member?: Member) => void
}

/** Somebody of the organization, persons and service accounts alike, by part of the name or email. */
export function MemberOptions({ label, roles, suits = anybody, before = [], onChoose }: Props) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const search = useSettled(text)
  const { data } = useQuery(
    consoleQuery<MemberPage>(organizationId, 'member.list', {
      search,
      ...(roles && { roles }),
      count: 8,
    }),
  )
  const members = (data?.rows ?? []).filter(suits)
  return (
    <PickerList
      label={label}
      placeholder="Name or email"
      empty="No one matches"
      search={{ text, onChange: setText }}
      groups={[{ options: [...before, ...members.map(memberOption)] }]}
      onChoose={(value) =>
        onChoose(
          value,
          members.find(({ id }) => id === value),
        )
      }
    />
  )
}

const anybody = () => true

/** As a picker offers somebody. */
export const memberOption = (member: Member): Option => ({
  value: member.id,
  label: member.name,
  hint: member.endedAt ? `Removed · ${member.email}` : member.email,
  icon: <MemberAvatar member={member} />,
})
