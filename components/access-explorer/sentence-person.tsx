'use client'
import { useQuery } from '@tanstack/react-query'
import { Picker } from '@/components/access/picker'
import { useViewer } from '@/components/access/viewer'
import { MemberAvatar } from '@/components/members/member-avatar'
import { MemberOptions } from '@/components/members/member-options'
import { consoleQuery } from '@/lib/client/query'
import type { Member } from '@/lib/modules/members/member'

type Props = { id: string | null; onChoose: (id: string) => void }

/** Somebody of the organization, persons and service accounts alike. */
export function SentencePerson({ id, onChoose }: Props) {
  const person = useMember(id)
  return (
    <Picker
      label="Who"
      icon={person && <MemberAvatar member={person} />}
      words={person?.name ?? 'Choose somebody'}
      chosen={id !== null}
    >
      {(close) => (
        <MemberOptions
          label="Who"
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
export function useMember(id: string | null) {
  const { organizationId } = useViewer()
  const { data } = useQuery({
    ...consoleQuery<Member>(organizationId, 'member.get', { id }),
    enabled: id !== null,
    placeholderData: undefined,
  })
  return data
}
