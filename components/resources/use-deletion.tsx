'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { type ConsoleAction, useCommand } from '@/lib/client/use-command'

type Asked = { one: 'cloud' | 'project'; id: string; reads: readonly string[] }

/** What goes with a cloud or a project, read; and its deletion, after which the list is where one is. */
export function useDeletion<Ends, Input>(
  action: ConsoleAction<Input, { name: string }>,
  { one, id, reads }: Asked,
) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const { data, error } = useQuery({
    ...consoleQuery<Ends>(organizationId, `${one}.preview_deletion`, { [`${one}Id`]: id }),
    staleTime: 0,
  })
  const command = useCommand(action, {
    organizationId,
    // Not the reads of the thing itself: its page is being left.
    invalidates: reads.filter((name) => !name.endsWith('.get') && !name.includes('binding')),
    onDone: ({ name }) => {
      notify.done(
        <>
          Deleted the {one} <bdi className="font-medium">{name}</bdi>
        </>,
      )
      router.replace(`/${one}s`)
    },
  })
  return {
    preview: data,
    problem: command.problem ?? (error && problemOf(error)),
    pending: command.pending,
    run: command.run,
  }
}
