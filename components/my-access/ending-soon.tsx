'use client'
import { useQuery } from '@tanstack/react-query'
import { placeGlyph } from '@/components/access/place-glyph'
import { StatusDot } from '@/components/access/status-dot'
import { useViewer } from '@/components/access/viewer'
import { effectOf, linesOf } from '@/components/access-tree/tree-model'
import { treeQuery } from '@/components/access-tree/tree-query'
import { PageSection } from '@/components/layout/page'
import { Time } from '@/components/ui/time'
import { placeRoleLabel } from '@/lib/domain/roles'

/** Roles of one's own with an end, the nearest first; nothing when there are none. */
export function EndingSoon() {
  const { organizationId } = useViewer()
  const { data } = useQuery(treeQuery(organizationId))
  const ending = linesOf(data?.rows ?? [])
    .flatMap((line) => {
      const { given, tier } = line.node
      return tier && given?.endsAt ? [{ line, endsAt: given.endsAt }] : []
    })
    .sort((one, other) => one.endsAt.localeCompare(other.endsAt))
    .slice(0, 5)
  if (ending.length === 0) return null
  return (
    <PageSection title="Ending soon" className="pt-3">
      <ul className="divide-y divide-border-subtle border-y">
        {ending.map(({ line, endsAt }) => {
          const effect = effectOf(line)
          return (
            <li key={line.node.id} className="flex items-center gap-2 py-2">
              <span className="flex text-muted-foreground">{placeGlyph(line.on)}</span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {effect && placeRoleLabel(effect)} {line.on === 'cloud' ? 'on' : 'in'}{' '}
                <bdi>{line.node.name}</bdi>
              </span>
              <StatusDot tone="warning">
                <Time at={endsAt} kind="end" />
              </StatusDot>
            </li>
          )
        })}
      </ul>
    </PageSection>
  )
}
