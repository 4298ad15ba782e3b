'use client'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useSettled } from '@/components/members/use-settled'
import { menuItem } from '@/components/ui/menu-styles'
import { problemOf } from '@/lib/client/problem-error'
import { cloudsQuery } from './cloud-queries'
import { placeWords } from './provider-words'

const MOST = 8

type Props = { label: string; onChoose: (id: string) => void }

/** One of the clouds that the reader can reach, by part of its name. */
export function CloudPicker({ label, onChoose }: Props) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const search = useSettled(text)
  const { data, error } = useQuery(
    cloudsQuery(organizationId, { ...(search && { search }), count: MOST }),
  )
  return (
    <Command shouldFilter={false} label={label} loop>
      <div className="field-box mb-1 flex h-8 items-center gap-2 px-2 max-sm:h-11">
        <Search className="shrink-0 text-muted-foreground" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Name of the cloud"
          className="min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto">
        {error && <p className="px-2 py-1.5 text-foreground-2">{problemOf(error).detail}</p>}
        {data && (
          <Command.Empty className="px-2 py-1.5 text-muted-foreground">
            No cloud matches
          </Command.Empty>
        )}
        {data?.rows.map((cloud) => (
          <Command.Item
            key={cloud.id}
            value={cloud.id}
            onSelect={() => onChoose(cloud.id)}
            className={`${menuItem} data-[selected=true]:bg-accent dark:data-[selected=true]:bg-pressed`}
          >
            <span className="min-w-0 flex-1">
              <bdi className="block truncate">{cloud.name}</bdi>
              <span className="block truncate text-muted-foreground text-xs">
                {placeWords(cloud)}
              </span>
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
