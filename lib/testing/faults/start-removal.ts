// node --conditions=react-server --import tsx lib/testing/faults/start-removal.ts <owner's key> <how many>
// Adds that many members and has the owner remove them as one operation, which waits for a process. Prints its id.

import { execute } from '@/lib/kernel/execute'
import { proveKey } from '@/lib/kernel/prove-key'
import { newMembership } from '@/lib/modules/members/member'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { presentedKey } from '@/lib/transport/api/key-caller'

const [key = '', many = '0'] = process.argv.slice(2)
const headers = { authorization: `Bearer ${key}` }
const request = new Request('http://localhost/', { headers })
const caller = await proveKey(
  await presentedKey(request, { address: '127.0.0.1', requestId: 'req_faults' }),
)
const { organizationId } = caller
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
const operation = await execute(removeMembers, caller, {
  selection: { ids: rows.map(({ id }) => id) },
})
await (await engine()).close()
process.stdout.write(operation.id)
