import { createRequire } from 'node:module'
import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs'
import type { Question } from './worlds'

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof Cedar

/** Gives Cedar a set of policies to keep under that name. */
export function keepPolicies(name: string, staticPolicies: Record<string, string>) {
  const answer = cedar.preparsePolicySet(name, { staticPolicies })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
}

const rowTags = ({ member, now }: Question) =>
  Object.fromEntries(
    member.rows.map(({ on, role, readOnly, startsAt, endsAt }) => [
      on,
      {
        role,
        readOnly,
        ...(startsAt !== null && { startsAt: now + startsAt }),
        ...(endsAt !== null && { endsAt: now + endsAt }),
      },
    ]),
  )

/** Cedar's answer, of the entities of one world that a question names. */
export function decidedByCedar(policySet: string, question: Question): boolean {
  const { member, place, permission, ceiling, now } = question
  const principal = { type: 'Member', id: member.id }
  const resource = { type: place.kind, id: place.id }
  const answer = cedar.statefulIsAuthorized({
    preparsedPolicySetId: policySet,
    principal,
    action: { type: 'Action', id: permission },
    resource,
    context: { now, permission, ...(ceiling && { ceiling: [...ceiling] }) },
    entities: [
      {
        uid: principal,
        attrs: { active: member.active, role: member.role, limits: [...member.limits] },
        parents: [],
        tags: rowTags(question),
      },
      {
        uid: resource,
        attrs:
          place.kind === 'Organization'
            ? {}
            : { cloud: place.cloud, project: place.id, isPublic: place.isPublic },
        parents: [],
      },
    ],
  })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
  const { decision, diagnostics } = answer.response
  if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors))
  return decision === 'allow'
}
