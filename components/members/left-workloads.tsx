'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { consoleQuery } from '@/lib/client/query'
import { plural } from '@/lib/client/words'
import type { LeftBehind } from '@/lib/modules/members/left-behind'

type Props = { workloads: LeftBehind['workloads']; name: string }

/** What somebody started and nobody stops, by kind, and each by name on demand. */
export function LeftWorkloads({ workloads, name }: Props) {
  const [all, setAll] = useState(false)
  const { rows, count, more } = workloads
  if (count === 0) return <NoneReported name={name} />
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return (
    <>
      <p>
        {kinds
          .map((kind) => plural(rows.filter((row) => row.kind === kind).length, kind))
          .join(', ')}
        {count > rows.length && ` of ${more ? 'more than ' : ''}${count}`}.{' '}
        {!all && (
          <Button variant="link" onClick={() => setAll(true)}>
            {rows.length === 1 ? 'Show it' : `Show all ${rows.length}`}
          </Button>
        )}
      </p>
      {all && (
        <ul className="my-1">
          {rows.map((row) => (
            <li key={row.id}>
              <bdi className="font-medium text-foreground">{row.name}</bdi> · {row.kind} in{' '}
              <bdi>{row.project.name}</bdi>, {row.state}
            </li>
          ))}
        </ul>
      )}
      <p className="text-muted-foreground text-xs">
        Schedules run on until a permission error. To keep the work in a workspace, duplicate it.
      </p>
    </>
  )
}

/** Nothing is known, or nothing runs. */
function NoneReported({ name }: { name: string }) {
  const { organizationId } = useViewer()
  const { data } = useQuery(
    consoleQuery<{ rows: unknown[] }>(organizationId, 'workload.list', { count: 1 }),
  )
  if (!data || data.rows.length === 0) return <p>No platform reports workloads here.</p>
  return (
    <p>
      Nothing of <bdi>{name}</bdi> is reported as running.
    </p>
  )
}
