import 'server-only'
import { z } from 'zod'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { setSuspended } from '@/lib/platform/db/member-list'
import { findMember } from '../internal/find-member'
import { refuseStaleMember } from '../internal/refuse-stale'
import { Member } from '../member'
import { restorationDenial } from '../member-rules'

/** Gives back exactly what a suspension stopped: it took nothing away, so there is nothing to remember. */
export const restoreMember = defineCommand({
  name: 'member.restore',
  summary: 'Restore somebody who is suspended',
  scope: 'organization',
  permission: 'member.restore',
  event: 'member.restored',
  lock: 'organization',
  fresh: true,
  input: z.object({ memberId: idOf('ide'), expectedVersion }),
  output: Member,
  async run({ db }, { memberId, expectedVersion }) {
    const member = await findMember(db, { held: memberId })
    refuse(restorationDenial(member))
    if (!member.suspendedAt) return unchanged(member)
    refuseStaleMember(member, expectedVersion)
    return changed(await setSuspended(db, memberId, null), {
      subject: { kind: 'member', id: member.id, label: member.name },
      before: { state: 'suspended', since: member.suspendedAt },
      after: { state: 'active', role: member.role },
    })
  },
})
