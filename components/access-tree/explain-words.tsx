import type { ReactNode } from 'react'
import type { PlaceKind } from '@/components/access/place-kind'
import { Time } from '@/components/ui/time'
import { plural, sentence } from '@/lib/client/words'
import {
  type OrganizationRole,
  organizationLimitLabels,
  placeRoleLabel,
  projectRoleLabels,
  roleLabels,
  roleOfTier,
  type Tier,
} from '@/lib/domain/roles'
import type { Explanation } from '@/lib/modules/access/explanation'
import type { BecauseStep } from './because'
import { cloudOf, RoleAt } from './role-at'
import type { Whose } from './tree-words'

type Step = Explanation['steps'][number]
type Kind = Step['kind']
type Of<K extends Kind> = Extract<Step, { kind: K }>
type About = { explanation: Explanation; whose: Whose }

const Name = ({ children }: { children: string }) => <bdi>{children}</bdi>
const Subject = ({ whose }: { whose: Whose }) => (whose.own ? 'You' : <Name>{whose.name}</Name>)
const pausedWord = ({ kind }: { kind: string }) => (kind === 'person' ? 'suspended' : 'disabled')
const are = ({ own }: Whose) => (own ? 'are' : 'is')

/** "given by Ingrid on 2 Sep, ends 14 Dec". */
function HowGiven({ binding, explanation }: { binding: string; explanation: Explanation }) {
  const row = explanation.bindings.find(({ id }) => id === binding)
  if (!row) return null
  const by = row.createdBy
  return (
    <>
      {row.origin === 'auto_add' && 'auto-add, everyone'}
      {row.origin === 'creator' && 'by making it'}
      {row.origin === 'direct' && 'given'}
      {row.origin === 'direct' && by && (
        <> by {by.removed ? 'a removed user' : <Name>{by.name}</Name>}</>
      )}
      {' · '}
      <Time at={row.createdAt} />
      {row.endsAt && (
        <>
          , ends <Time at={row.endsAt} kind="end" />
        </>
      )}
    </>
  )
}

const words: { [K in Kind]: (step: Of<K>, about: About) => BecauseStep } = {
  member: ({ role }, { explanation, whose }) => ({
    lead: (
      <>
        <Subject whose={whose} /> {are(whose)} {role === 'owner' ? 'an' : 'a'}{' '}
        {roleLabels[role].toLowerCase()}
      </>
    ),
    rest: (
      <>
        member since <Time at={explanation.member.joinedAt} />
      </>
    ),
  }),
  no_member: (_, { explanation, whose }) => ({
    lead: (
      <>
        <Subject whose={whose} /> {are(whose)}{' '}
        {explanation.member.suspended ? pausedWord(explanation.member) : 'no member'}
      </>
    ),
    rest: 'nothing that is held counts',
  }),
  ceiling: () => ({ lead: 'The key that asks is bound to less' }),
  limit: ({ limit }) => ({
    lead: `${organizationLimitLabels[limit]} takes it away`,
    rest: 'a limit, for owners too',
  }),
  implicit_owner: () => ({
    lead: 'Organization owners own every cloud and every project',
    rest: 'implicit, no role is needed',
  }),
  cloud_role: (given, { explanation }) => ({
    lead: <RoleAt {...{ given, explanation }} />,
    rest: (
      <>
        <HowGiven binding={given.binding} explanation={explanation} />
        {explanation.place.kind === 'project' && ', lets project roles apply'}
      </>
    ),
  }),
  no_cloud_role: (_, { explanation }) => ({
    lead: (
      <>
        No role on <Name>{cloudOf(explanation)}</Name>
      </>
    ),
    rest:
      explanation.place.kind === 'project' ? 'roles in its projects count only beside one' : null,
  }),
  cloud_owner: (_, { explanation }) => ({
    lead: (
      <>
        Owners of <Name>{cloudOf(explanation)}</Name> own every project of it
      </>
    ),
  }),
  project_role: (given, { explanation }) => ({
    lead: <RoleAt {...{ given, explanation }} />,
    rest: <HowGiven binding={given.binding} explanation={explanation} />,
  }),
  public_project: (_, { explanation }) => ({
    lead: (
      <>
        <Name>{explanation.place.name}</Name> is public
      </>
    ),
    rest: 'everybody on the cloud writes in it',
  }),
  no_project_role: (_, { explanation }) => ({
    lead: (
      <>
        No role in <Name>{explanation.place.name}</Name>
      </>
    ),
    rest: explanation.place.isPublic === false ? 'it is private' : null,
  }),
  cap: ({ from, to }) => ({
    lead: `Only ${projectRoleLabels[to]} is left of ${projectRoleLabels[from]}`,
    rest: 'the role on the cloud only reads, whatever else is given',
  }),
  permission: ({ allowed, has }, { explanation }) =>
    allowed
      ? { lead: sentence(explanation.label), rest: included(has, explanation) }
      : { lead: explanation.reason ?? 'Not permitted' },
}

/** "Write includes it". */
function included(has: string | null, { place }: Explanation): ReactNode {
  if (!has) return null
  return `${tierName(has, place.kind)} includes it`
}

export function tierName(has: string, on: PlaceKind): string {
  if (on === 'organization') return roleLabels[has as OrganizationRole]
  return placeRoleLabel(roleOfTier(on, has as Tier))
}

/** Each step of an explanation, in order, as it is said. */
export const stepsOf = (about: About): BecauseStep[] =>
  about.explanation.steps.map((step) =>
    (words[step.kind] as (step: Step, about: About) => BecauseStep)(step, about),
  )

/** "渡辺 さくら and 5 others"; null where nobody's name may be said. */
export function deciderWords({ names, count, words: roles }: Explanation['deciders'][number]) {
  const [first, second] = names
  if (!first) return <>{roles}</>
  const more = count - (second && count === 2 ? 2 : 1)
  return (
    <>
      <Name>{first}</Name>
      {second && count === 2 && (
        <>
          {' '}
          or <Name>{second}</Name>
        </>
      )}
      {more > 0 && ` or ${plural(more, 'other', 'others')}`}
    </>
  )
}
