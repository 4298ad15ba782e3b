'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar } from '@/components/access/avatar'
import { PickerList } from '@/components/access/picker'
import { useViewer } from '@/components/access/viewer'
import type { MemberPage } from '@/components/members/member-list'
import { memberOption } from '@/components/members/member-options'
import { useSettled } from '@/components/members/use-settled'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'

const MOST = 8

type Props = { label: string; withSystem: boolean; onChoose: (id: string) => void }

/** Somebody by part of the name or email; those who were removed come last. */
export function PersonPicker({ label, withSystem, onChoose }: Props) {
  const [text, setText] = useState('')
  const search = useSettled(text)
  const present = useFound({ search, count: MOST })
  const removed = useFound({ search, count: MOST, state: 'removed' })
  const error = present.error ?? removed.error
  const read = present.data && removed.data
  const found = [...(present.data?.rows ?? []), ...(removed.data?.rows ?? [])]
  const people = found.slice(0, MOST + 4).map(memberOption)
  return (
    <PickerList
      label={label}
      placeholder="Name or email"
      empty={error ? problemOf(error).detail : read ? 'No one matches' : null}
      search={{ text, onChange: setText }}
      groups={[{ options: error ? [] : [...people, ...(withSystem && !text ? [itself] : [])] }]}
      onChoose={onChoose}
    />
  )
}

const itself = {
  value: 'system',
  label: 'Gatehouse itself',
  icon: <Avatar id="system" name="Gatehouse" kind="system" />,
}

function useFound(input: { search: string; count: number; state?: 'removed' }) {
  const { organizationId } = useViewer()
  return useQuery(consoleQuery<MemberPage>(organizationId, 'member.list', input))
}
