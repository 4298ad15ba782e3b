'use client'
import { ChevronRight, ShieldMinus } from 'lucide-react'
import Link from 'next/link'
import { Fragment, type ReactNode, useState } from 'react'
import { type AnyOrigin, OriginMark } from '@/components/access/origin'
import { placeGlyph } from '@/components/access/place-glyph'
import { RoleChip } from '@/components/access/role-chip'
import { useViewer } from '@/components/access/viewer'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import {
  type OrganizationLimit,
  type OrganizationRole,
  organizationLimitLabels,
} from '@/lib/domain/roles'
import type { TreeCloud } from '@/lib/modules/access/reach'
import { Because } from './because'
import { PlaceLine } from './place-line'
import { grantedOf, type Line, linesOf, type TreeView } from './tree-model'
import { gridCell, gridRow, TreeRow, treeColumns } from './tree-row'
import { type Whose, who } from './tree-words'

type Props = {
  /** "What you hold" */
  label: string
  whose: Whose
  memberId: string
  organization: {
    role: OrganizationRole
    limits: readonly OrganizationLimit[]
    origin: AnyOrigin
    since: string
    how: ReactNode
  }
  clouds: readonly TreeCloud[]
  view: TreeView
  /** Buttons at the end of a line's reasons: the ways to change it. */
  actions?: (line: Line) => ReactNode
  /** What is not held, or the way to further clouds. */
  rest?: ReactNode
}

/** Organization › cloud › project: the role in effect, where it comes from, when it ends; opened, why. */
export function AccessTree(props: Props) {
  const { label, clouds, view } = props
  const [open, setOpen] = useState<string | null>(null)
  const toggle = (id: string) => setOpen(open === id ? null : id)
  const linesAt = (cloud: TreeCloud) =>
    linesOf([cloud]).filter((line) => view === 'effect' || line.on === 'cloud' || grantedOf(line))
  return (
    <div
      {...treegrid(label)}
      className="overflow-hidden rounded-lg border max-sm:-mx-(--gutter) max-sm:rounded-none max-sm:border-x-0"
    >
      <div
        {...gridRow(1)}
        className={cn(
          'grid h-8 items-center gap-x-4 bg-sunken pr-3 pl-3 font-medium text-muted-foreground text-xs max-sm:sr-only',
          treeColumns,
        )}
      >
        {[
          'Resource',
          view === 'effect' ? 'Role in effect' : 'Role',
          'Where it comes from',
          'Ends',
          '',
        ].map((name) => (
          <div key={name} {...columnHeader}>
            {name || <span className="sr-only">Why</span>}
          </div>
        ))}
      </div>
      <OrganizationLine {...props} open={open === 'organization'} toggle={toggle} />
      {clouds.map((cloud) => (
        <Fragment key={cloud.id}>
          {linesAt(cloud).map((line) => (
            <PlaceLine
              key={line.node.id}
              line={line}
              view={view}
              whose={props.whose}
              memberId={props.memberId}
              open={open === line.node.id}
              onToggle={() => toggle(line.node.id)}
              actions={props.actions?.(line)}
            />
          ))}
          {cloud.moreProjects && <FurtherProjects cloud={cloud} {...props} />}
        </Fragment>
      ))}
      {props.rest}
    </div>
  )
}

const treegrid = (label: string) => ({ role: 'treegrid', 'aria-label': label })
const columnHeader = { role: 'columnheader' }

type OrganizationProps = Props & { open: boolean; toggle: (id: string) => void }

function OrganizationLine({ organization, whose, open, toggle }: OrganizationProps) {
  const { organizationName } = useViewer()
  const { role, limits, origin, since, how } = organization
  const owner = role === 'owner'
  return (
    <TreeRow
      level={1}
      label={organizationName}
      icon={placeGlyph('organization')}
      name={
        <>
          <Truncate className="font-medium text-foreground">{organizationName}</Truncate>
          <span className="text-muted-foreground max-sm:hidden">Organization</span>
        </>
      }
      role={
        <>
          <RoleChip role={role} />
          {limits.length > 0 && (
            <Chip tone="dashed" icon={<ShieldMinus />}>
              {limits.length === 1 ? 'Deny role' : `${limits.length} deny roles`}
            </Chip>
          )}
        </>
      }
      origin={<OriginMark origin={origin} />}
      end={null}
      open={open}
      onToggle={() => toggle('organization')}
    >
      <Because
        title={`${who(whose)} ${whose.own ? 'are' : 'is'} ${owner ? 'an owner' : 'a collaborator'} because`}
        steps={[
          { lead: how, rest: <Time at={since} /> },
          owner
            ? {
                lead: 'Owners own every cloud and every project',
                rest: 'implicit, no role is needed there',
              }
            : { lead: 'Collaborators hold nothing on clouds', rest: 'until a role is given there' },
          ...limits.map((limit) => ({
            lead: `${organizationLimitLabels[limit]} takes rights on container images away`,
            rest: 'whatever else is held',
          })),
        ]}
        change={
          whose.own
            ? 'Another owner can change it; no one changes their own role.'
            : 'Owners change it under Manage access.'
        }
      />
    </TreeRow>
  )
}

/** A cloud has more projects than a tree shows: the lists have all of them. */
const FurtherProjects = ({ cloud, whose, memberId }: { cloud: TreeCloud } & Props) => (
  <TreeRest>
    <span>
      <bdi>{cloud.name}</bdi> has further projects.{' '}
      <Link
        href={whose.own ? `/projects?cloud=${cloud.id}` : `/access/what-can?who=${memberId}`}
        className="text-primary-text hover:underline"
      >
        Show all
      </Link>
    </span>
  </TreeRest>
)

/** A last line: what is not held, or what is shown elsewhere. */
export const TreeRest = ({ children }: { children: ReactNode }) => (
  <div
    {...gridRow(2)}
    className={cn(
      'grid min-h-10 items-center gap-x-4 border-border-subtle border-t px-3 py-1.5 text-muted-foreground max-sm:px-(--gutter) sm:py-0 sm:pl-9',
      treeColumns,
    )}
  >
    <div {...gridCell} className="flex items-center gap-2">
      <ChevronRight className="invisible" />
      {children}
    </div>
    <div {...gridCell} />
  </div>
)
