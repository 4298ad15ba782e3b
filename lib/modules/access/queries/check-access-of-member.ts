import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { readHolder } from '@/lib/platform/db/holders'
import { readMemberAccess } from '../internal/member-access'
import { placeOf } from '../internal/place'
import { answerOf, Verdict } from '../internal/verdict'
import { MemberRef, Resource, refOf } from '../question'

/** "May they do that there?" */
export const checkAccessOfMember = defineQuery({
  name: 'access.check_of_member',
  summary: 'Ask whether a member may do something',
  scope: 'organization',
  permission: 'access.read_others',
  input: z.object({
    member: MemberRef,
    resource: Resource,
    permission: z.enum(permissionNames).nullable(),
  }),
  output: Verdict,
  ahead: (db, { member, resource }, now) => ({
    read: readHolder(db, refOf(member), placeOf(resource), now),
    all: true,
  }),
  together: () => true,
  async run(context, { member, resource, permission }) {
    const { access } = await readMemberAccess(context.db, context, refOf(member), resource)
    return answerOf(access, permission, resource)
  },
})
