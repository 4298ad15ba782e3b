import 'server-only'
import type { z } from 'zod'
import type { Explanation, Step } from '@/lib/domain/explanation'
import {
  cloudLimitLabel,
  cloudRoleLabels,
  organizationLimitLabels,
  projectRoleLabels,
  roleLabels,
} from '@/lib/domain/roles'
import { snakeCase } from '@/lib/domain/snake-case'
import type { Answered } from '@/lib/modules/access/queries/decide-many'
import type { Decision } from './wire'

/** An answer as AuthZEN has it: the decision, and in its context why. */
export function decisionOf({
  allowed,
  refused,
  reason,
  explanation,
}: Answered): z.input<typeof Decision> {
  if (refused) {
    const error = { status: 403, message: reason ?? '' }
    return { decision: false, context: { error } }
  }
  return {
    decision: allowed,
    context: {
      ...(reason !== null && { reason_user: { en: reason } }),
      ...(explanation && {
        reason_admin: { en: explanation.steps.map(words).join('; ') },
        explanation: explained(explanation),
      }),
    },
  }
}

/** Of what was not even a question. */
export const faultyOf = (message: string): z.input<typeof Decision> => ({
  decision: false,
  context: { error: { status: 400, message } },
})

function words(step: Step): string {
  switch (step.kind) {
    case 'member':
      return `organization ${roleLabels[step.role].toLowerCase()}`
    case 'no_member':
      return 'not an active member'
    case 'ceiling':
      return 'the key is bound to less'
    case 'limit':
      return organizationLimitLabels[step.limit]
    case 'implicit_owner':
      return 'organization owners own every cloud and project'
    case 'cloud_role':
      return `${cloudRoleLabels[step.role]}${step.readOnly ? `, ${cloudLimitLabel.toLowerCase()}` : ''}`
    case 'no_cloud_role':
      return 'no role on the cloud'
    case 'cloud_owner':
      return 'cloud owners own its projects'
    case 'project_role':
      return projectRoleLabels[step.role]
    case 'public_project':
      return 'the project is public'
    case 'no_project_role':
      return 'no role in the project'
    case 'cap':
      return 'read only on the cloud'
    case 'permission':
      return `${step.permission} needs ${step.needs}, and this is ${step.has ?? 'nothing'}`
  }
}

/** With the names of fields as they are on the wire. */
function explained({ steps, heldBack, grants, supports, until }: Explanation) {
  return onWire({ steps, heldBack, grants, supports, until }) as Record<string, unknown>
}

function onWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onWire)
  if (value instanceof Date || value === null || typeof value !== 'object') return value
  const parts: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) parts[wireName(name)] = onWire(part)
  return parts
}

const names = new Map<string, string>() // of fields: they are few

function wireName(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const made = snakeCase(name)
  names.set(name, made)
  return made
}
