'use client'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { StatusDot, type StatusTone } from '@/components/access/status-dot'
import { useViewer } from '@/components/access/viewer'
import { LongList } from '@/components/data-table/long-list'
import type { Page } from '@/components/data-table/pager'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import type { ProjectRow } from '@/components/resources/shapes'
import { SettingsRow } from '@/components/settings/settings-row'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { formatCount } from '@/lib/client/words'
import type { Workload as Schema } from '@/lib/modules/workloads/workload'

type Workload = z.output<typeof Schema>

const kinds: Record<Workload['kind'], string> = {
  workspace: 'Workspace',
  job: 'Job',
  service: 'Service',
  schedule: 'Schedule',
}
const states: Record<Workload['state'], { tone: StatusTone; words: string }> = {
  running: { tone: 'success', words: 'Running' },
  idle: { tone: 'waiting', words: 'Idle' },
  stopped: { tone: 'quiet', words: 'Stopped' },
  failed: { tone: 'destructive', words: 'Failed' },
  finished: { tone: 'quiet', words: 'Finished' },
}

/** What the platform reported to run in a project, seen last first. */
export function Workloads({ project }: { project: ProjectRow }) {
  const { organizationId } = useViewer()
  const { data, error } = useQuery(
    consoleQuery<Page<Workload>>(organizationId, 'workload.list_in_project', {
      projectId: project.id,
    }),
  )
  return (
    <SettingsRow label="Workloads" about="What the platform reported to run here.">
      {error && <ProblemBanner problem={problemOf(error)} />}
      {!data && !error && <Skeleton className="w-2/3" />}
      {data?.rows.length === 0 && (
        <p className="text-foreground-2">No platform reports workloads here.</p>
      )}
      {data && data.rows.length > 0 && (
        <LongList items={data.rows}>{(row) => <Line key={row.id} workload={row} />}</LongList>
      )}
      {data?.next && (
        <p className="mt-1.5 text-muted-foreground text-xs">
          The {formatCount(data.rows.length)} seen last, of {data.total.more && 'more than '}
          {formatCount(data.total.count)}.
        </p>
      )}
    </SettingsRow>
  )
}

const Line = ({ workload }: { workload: Workload }) => {
  const { kind, name, state, creator, lastSeenAt } = workload
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <Truncate className="font-medium">{name}</Truncate>
        <p className="truncate text-muted-foreground text-xs">
          {kinds[kind]}
          {creator && (
            <>
              {' by '}
              {creator.removed ? 'a removed user' : <bdi>{creator.name}</bdi>}
            </>
          )}
          {' · seen '}
          <Time at={lastSeenAt} />
        </p>
      </div>
      <StatusDot tone={states[state].tone}>{states[state].words}</StatusDot>
    </li>
  )
}
