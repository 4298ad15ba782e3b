// node --conditions=react-server --import tsx lib/testing/faults/start-removal.ts <owner's key> <how many>
// Adds that many members and has the owner remove them as one operation, which waits for a process. Prints its id.
import { parseApiKey } from '@/lib/domain/api-key'
import type { KeyCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { newMembership } from '@/lib/modules/members/member'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { findKeyHolder } from '@/lib/platform/db/lookups'

const [key = '', many = '0'] = process.argv.slice(2)
const holder = await findKeyHolder(parseApiKey(key)?.publicId ?? '')
if (!holder) throw new Error('No such key.')
const organizationId = holder.organization_id
const now = new Date()
const rows = Array.from({ length: Number(many) }, (_, index) => ({
  ...newMembership({
    organizationId,
    personId: '',
    email: `crowd.${index}@halden.example`,
    name: `Crowd ${index}`,
    role: 'collaborator',
    source: 'owner',
    now,
  }),
  personId: null,
}))
await inSystem((db) => db.membership.createMany({ data: rows }))
const caller: KeyCaller = {
  kind: 'key',
  organizationId,
  membershipId: holder.membership_id,
  keyId: holder.key_id,
  origin: { requestId: 'req_faults', address: null, userAgent: null },
}
const operation = await execute(removeMembers, caller, {
  selection: { ids: rows.map(({ id }) => id) },
})
await (await engine()).close()
process.stdout.write(operation.id)
