'use client'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/components/access/avatar'
import { useViewer } from '@/components/access/viewer'
import type { MemberPage } from '@/components/members/member-list'
import { useSettled } from '@/components/members/use-settled'
import { menuItem } from '@/components/ui/menu-styles'
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
  const rows = [...(present.data?.rows ?? []), ...(removed.data?.rows ?? [])].slice(0, MOST + 4)
  return (
    <Command shouldFilter={false} label={label} loop>
      <div className="field-box mb-1 flex h-8 items-center gap-2 px-2 max-sm:h-11">
        <Search className="shrink-0 text-muted-foreground" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Name or email"
          className="min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto">
        {error && <p className="px-2 py-1.5 text-foreground-2">{problemOf(error).detail}</p>}
        {!error && present.data && removed.data && (
          <Command.Empty className="px-2 py-1.5 text-muted-foreground">
            No one matches
          </Command.Empty>
        )}
        {rows.map(({ id, name, email, endedAt }) => (
          <Command.Item key={id} value={id} onSelect={() => onChoose(id)} className={item}>
            <Avatar id={id} name={name} kind={endedAt ? 'removed' : 'person'} />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate">{name}</bdi>
              <span className="block truncate text-muted-foreground text-xs">
                {endedAt && 'Removed · '}
                {email}
              </span>
            </span>
          </Command.Item>
        ))}
        {withSystem && !text && (
          <Command.Item value="system" onSelect={() => onChoose('system')} className={item}>
            <Avatar id="system" name="Gatehouse" kind="system" />
            Gatehouse itself
          </Command.Item>
        )}
      </Command.List>
    </Command>
  )
}

const item = `${menuItem} data-[selected=true]:bg-accent dark:data-[selected=true]:bg-pressed`

function useFound(input: { search: string; count: number; state?: 'removed' }) {
  const { organizationId } = useViewer()
  return useQuery(consoleQuery<MemberPage>(organizationId, 'member.list', input))
}
