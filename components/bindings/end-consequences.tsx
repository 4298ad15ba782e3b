'use client'
import { Globe, History } from 'lucide-react'
import { type ConsequenceGroup, ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { listed } from '@/components/members/role-words'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import { type ProjectRole, projectRoleLabels } from '@/lib/domain/roles'
import type { BindingRow } from './binding-shapes'
import type { Where } from './place'
import { choiceLabel } from './role-choices'

/** The answer of `binding.preview_removal`, as far as it is shown. */
export type RemovalPreview = {
  held: { projects: number }
  projects: { id: string; name: string; role: ProjectRole }[]
}
export type Ending = Pick<BindingRow, 'role' | 'readOnly'> & {
  member: Pick<BindingRow['member'], 'id' | 'name'>
}

type Props = { place: Where; row: Ending; preview: RemovalPreview }

/** Ends at once, what stays, and how somebody comes back. */
export function EndConsequences({ place, row, preview: { held, projects } }: Props) {
  const { name } = row.member
  const more = held.projects - projects.length
  const isPublic = place.kind === 'project' && place.isPublic
  const groups: ConsequenceGroup[] = [
    {
      kind: 'ends',
      body: (
        <>
          <p>
            The role {choiceLabel(place.kind, row)} on <bdi>{place.name}</bdi>.
          </p>
          {projects.length > 0 && (
            <p className="[overflow-wrap:anywhere]">
              {plural(held.projects, 'role')} in its projects:{' '}
              {listed.format([
                ...projects.map((one) => `${isolated(one.name)} (${projectRoleLabels[one.role]})`),
                ...(more > 0 ? [`${more} more`] : []),
              ])}
              .
            </p>
          )}
          {place.kind === 'cloud' && <p>What they reach in public projects here.</p>}
        </>
      ),
    },
    ...(isPublic
      ? [
          {
            title: 'Stays',
            icon: <Globe className="text-muted-foreground" />,
            body: 'The project is public: whoever has a role on its cloud still works in it.',
          },
        ]
      : []),
    {
      kind: 'stays',
      body: 'Workspaces, jobs and services that were started. Somebody ends them on the platform.',
    },
    {
      title: 'Keeps',
      icon: <History className="text-muted-foreground" />,
      body: (
        <>
          The name <bdi>{name}</bdi> in the history. A new grant brings none of these roles back.
        </>
      ),
    },
  ]
  return <ConsequenceGroups groups={groups} />
}
