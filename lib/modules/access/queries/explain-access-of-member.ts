import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { Explanation } from '../explanation'
import { explained } from '../internal/explained'
import { readMemberAccess } from '../internal/member-access'
import { MemberRef, Resource, refOf } from '../question'

/** "Why may they, why may they not, and who could change that?" */
export const explainAccessOfMember = defineQuery({
  name: 'access.explain_of_member',
  summary: 'Ask why a member may do something, or may not',
  scope: 'organization',
  permission: 'access.read_others',
  input: z.object({ member: MemberRef, resource: Resource, permission: z.enum(permissionNames) }),
  output: Explanation,
  async run(context, { member, ...question }) {
    const asked = await readMemberAccess(context.db, context, refOf(member), question.resource)
    return explained(context, question, asked)
  },
})
