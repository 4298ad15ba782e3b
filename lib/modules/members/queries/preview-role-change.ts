import 'server-only'
import { z } from 'zod'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { idOf, organizationRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { planRoleChange } from '../internal/plan-role-change'
import { Member } from '../member'
import { DemotionEnds } from '../member-ends'

const right = z.object({ permission: z.string(), label: z.string() })

/** What another role means, for the drawer to say before Save; refused when the change itself would be. */
export const previewRoleChange = defineQuery({
  name: 'member.preview_role_change',
  summary: 'Say what another organization role means',
  scope: 'organization',
  permission: 'member.change_role',
  input: z.object({ memberId: idOf('ide'), role: organizationRole }),
  output: z.object({
    /** As the change would find them, with the version to send with it. */
    member: Member,
    gained: z.array(right),
    lost: z.array(right),
    ...DemotionEnds.shape,
  }),
  async run(context, { memberId, role }) {
    const { member, gained, lost, ended } = await planRoleChange(context, { id: memberId }, role)
    return { member, gained: gained.map(worded), lost: lost.map(worded), ...(await ended()) }
  },
})

const worded = (permission: Permission) => ({ permission, label: permissions[permission].label })
