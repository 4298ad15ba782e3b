'use client'
import { useQueries } from '@tanstack/react-query'
import { kindOf } from '@/components/access/place-kind'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'

/** Clouds and projects by their ids, as far as they are read. */
export function usePlaceNames(places: readonly { id: string }[]): Map<string, string> {
  const { organizationId } = useViewer()
  const answers = useQueries({
    queries: places.map(({ id }) => {
      const kind = kindOf(id) ?? 'cloud'
      return consoleQuery<{ id: string; name: string }>(organizationId, `${kind}.get`, {
        [`${kind}Id`]: id,
      })
    }),
  })
  return new Map(answers.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])))
}
