import { Fragment, type ReactNode } from 'react'
import { organizationLimitLabels } from '@/lib/domain/roles'
import type { Explanation } from '@/lib/modules/access/explanation'
import { RoleAt } from './role-at'

type Grant = Explanation['grants'][number][number]
type Support = Explanation['supports'][number][number]

/** A grant that is missing, as what to give: "Write in grasp-policy-rl". */
export function grantWords(grant: Grant, explanation: Explanation): ReactNode {
  const { member } = explanation
  switch (grant.kind) {
    case 'restore':
      return (
        <>
          {member.kind === 'person' ? 'restoring' : 'enabling'} <bdi>{member.name}</bdi>
        </>
      )
    case 'join':
      return 'an invitation'
    case 'organization_role':
      return 'Owner of the organization'
    case 'cloud_role':
    case 'project_role':
      return <RoleAt given={grant} explanation={explanation} />
    case 'lift_limit':
      return `lifting the limit ${organizationLimitLabels[grant.limit]}`
    case 'another_key':
      return 'another key, or the console'
  }
}

/** A fact that an allowance rests on, as what to do about it: "end Write in grasp-policy-rl". */
export function supportWords(support: Support, explanation: Explanation): ReactNode {
  const { place, member, steps } = explanation
  switch (support.kind) {
    case 'membership':
      return (
        <>
          {member.kind === 'person' ? 'remove' : 'delete'} <bdi>{member.name}</bdi>
          {member.kind === 'person' && ' from the organization'}
        </>
      )
    case 'organization_owner':
      return (
        <>
          make <bdi>{member.name}</bdi> a collaborator
        </>
      )
    case 'public_project':
      return (
        <>
          make <bdi>{place.name}</bdi> private
        </>
      )
    default: {
      const step = steps.find((one) => 'binding' in one && one.binding === support.binding)
      if (!step || !('binding' in step)) return 'end the role'
      return (
        <>
          end <RoleAt given={step} explanation={explanation} />
        </>
      )
    }
  }
}

const list = (parts: readonly ReactNode[], between: ReactNode) =>
  parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    <Fragment key={index}>
      {index > 0 && between}
      {part}
    </Fragment>
  ))

const or = (
  <>
    , <strong className="font-medium text-foreground">or</strong>{' '}
  </>
)

/** "end Write here, or make it private": sets of which each is enough. */
export const eitherOf = (sets: readonly (readonly ReactNode[])[]) =>
  list(
    sets.map((set) => list(set, ' and ')),
    or,
  )
