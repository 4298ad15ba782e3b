'use client'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AnyOrigin } from '@/components/access/origin'
import { useViewer } from '@/components/access/viewer'
import { LoadFailed } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import { AccessTree, TreeRest } from './access-tree'
import type { Line, TreeView } from './tree-model'
import { treeQuery } from './tree-query'
import { type Whose, who } from './tree-words'

type Props = {
  label: string
  whose: Whose
  memberId: string
  view: TreeView
  joined: { origin: AnyOrigin; since: string; how: ReactNode }
  role: OrganizationRole
  limits: readonly OrganizationLimit[]
  actions?: (line: Line) => ReactNode
}

/** Somebody's tree, a page of clouds at a time. */
export function HeldTree({ label, whose, memberId, view, joined, role, limits, actions }: Props) {
  const { organizationId } = useViewer()
  const [after, setAfter] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(
    treeQuery(organizationId, whose.own ? undefined : memberId, after),
  )
  if (!data && error) {
    return (
      <LoadFailed
        title="The access could not be loaded"
        problem={problemOf(error)}
        onRetry={refetch}
      />
    )
  }
  if (!data) return <Skeleton className="h-40 w-full" />
  const { rows, next, previous } = data
  const none = rows.length === 0 && !previous
  return (
    <AccessTree
      {...{ label, whose, memberId, view, actions }}
      organization={{ role, limits, ...joined }}
      clouds={rows}
      rest={
        <>
          {none && <TreeRest>{nothing(role, whose)}</TreeRest>}
          {(next || previous) && (
            <TreeRest>
              <span className="flex gap-2">
                <Button
                  size="small"
                  aria-disabled={!previous}
                  onClick={() => previous && setAfter(previous)}
                >
                  Earlier clouds
                </Button>
                <Button size="small" aria-disabled={!next} onClick={() => next && setAfter(next)}>
                  Further clouds
                </Button>
              </span>
            </TreeRest>
          )}
        </>
      }
    />
  )
}

const nothing = (role: Props['role'], whose: Whose) => {
  if (role === 'owner') return 'There are no clouds yet.'
  if (whose.own) return 'You have no clouds yet. An owner can add you.'
  return `${who(whose)} has no clouds yet.`
}
