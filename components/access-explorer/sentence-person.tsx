'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar } from '@/components/access/avatar'
import { Picker, PickerList } from '@/components/access/picker'
import { useViewer } from '@/components/access/viewer'
import type { MemberPage } from '@/components/members/member-list'
import { useSettled } from '@/components/members/use-settled'
import { consoleQuery } from '@/lib/client/query'
import type { Member } from '@/lib/modules/members/member'

type Props = { id: string | null; onChoose: (id: string) => void }

/** Somebody of the organization, persons and service accounts alike. */
export function SentencePerson({ id, onChoose }: Props) {
  const person = useMemberName(id)
  return (
    <Picker
      label="Who"
      icon={person && <MemberMark member={person} />}
      words={person?.name ?? 'Choose somebody'}
      chosen={id !== null}
    >
      {(close) => (
        <People
          onChoose={(value) => {
            onChoose(value)
            close()
          }}
        />
      )}
    </Picker>
  )
}

/** Somebody by id; undefined until they are read. */
export function useMemberName(id: string | null) {
  const { organizationId } = useViewer()
  const { data } = useQuery({
    ...consoleQuery<Member>(organizationId, 'member.get', { id }),
    enabled: id !== null,
    placeholderData: undefined,
  })
  return data
}

type Marked = Pick<Member, 'id' | 'name' | 'kind'>
export const MemberMark = ({ member, size }: { member: Marked; size?: 20 | 32 }) => (
  <Avatar id={member.id} name={member.name} kind={member.kind} size={size} />
)

function People({ onChoose }: Pick<Props, 'onChoose'>) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const search = useSettled(text)
  const { data } = useQuery(
    consoleQuery<MemberPage>(organizationId, 'member.list', { search, count: 8 }),
  )
  return (
    <PickerList
      label="Who"
      placeholder="Name or email"
      empty="No one matches"
      search={{ text, onChange: setText }}
      groups={[
        {
          options: (data?.rows ?? []).map((row) => ({
            value: row.id,
            label: row.name,
            hint: row.email,
            icon: <MemberMark member={row} />,
          })),
        },
      ]}
      onChoose={onChoose}
    />
  )
}
