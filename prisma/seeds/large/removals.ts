import { newId } from '@/lib/domain/id'
import { operationLabel } from '@/lib/modules/operations/operation-words'
import { dice } from '../dice'
import type { OperationRow } from '../story/rows'
import { DAY, HOUR, inOffice, MINUTE } from '../times'
import type { Names } from './names'
import { type Desk, joined, type Office } from './office'

const AT_ONCE = 100

/** Three in a hundred left again: removed in the last weeks, a hundred at once. Their rows are written as they ended. */
export async function tellRemovals(office: Office, names: Names, size: number): Promise<void> {
  const count = Math.round(size * 0.03)
  const works = Math.ceil(count / AT_ONCE)
  const now = +office.world.now
  for (let work = 0; work < works; work++) {
    const at = inOffice(new Date(now - 70 * DAY + ((work + 0.5) / works) * 65 * DAY))
    const total = Math.min(AT_ONCE, count - work * AT_ONCE)
    const desk = office.deskAt(at, work)
    const operation = operationOf(desk, total, at)
    office.world.rows.operations.push(operation)
    office.tell(at, desk, {
      event: 'operation.started',
      subject: {
        kind: 'operation',
        id: operation.id,
        label: operationLabel(operation.kind, operation.input, total),
      },
      after: { total, ...operation.input },
    })
    for (let position = 1; position <= total; position++) {
      removeOne(office, names, { desk, operation, position })
    }
  }
  await office.world.flush()
}

type Item = { desk: Desk; operation: OperationRow; position: number }

function removeOne(office: Office, names: Names, { desk, operation, position }: Item): void {
  const { id: operationId, createdAt } = operation
  const { organizationId } = desk.member
  const chance = dice(office.organization.name, 'left', createdAt.toISOString(), String(position))
  const finishedAt = new Date(+createdAt + position * 200)
  const from = +office.start + HOUR
  const came = inOffice(new Date(chance.between(from, +createdAt - 4 * DAY)))
  const joinedAt = new Date(Math.max(+came, from))
  const member = office.join(names.next(chance), joinedAt, { source: 'owner' })
  office.ids.pop() // and holds nothing
  office.tell(joinedAt, office.deskAt(joinedAt, position), joined(member))
  const { id, name, email, role, userId, source } = member
  Object.assign(member, { endedAt: finishedAt, endedById: desk.member.id, version: 2 })
  office.tell(
    finishedAt,
    desk,
    {
      event: 'member.removed',
      subject: { kind: 'member', id, label: name },
      before: { email, role, userId, source, joinedAt },
      after: { sessions: 0, keys: 0, invitations: 0, roles: 0 },
    },
    { operationId },
  )
  const item = { organizationId, operationId, position, subjectId: id, label: name }
  office.world.rows.operationItems.push({ ...item, state: 'done', finishedAt })
}

function operationOf({ member, session }: Desk, total: number, at: Date): OperationRow {
  const { address, userAgent } = session
  return {
    organizationId: member.organizationId,
    id: newId('op'),
    kind: 'member.remove_many',
    input: {},
    caller: {
      kind: 'session',
      sessionId: session.id,
      personId: member.personId,
      membershipId: member.id,
      origin: { requestId: newId('req'), address, userAgent },
    },
    startedById: member.id,
    total,
    done: total,
    createdAt: at,
    finishedAt: new Date(+at + total * 200 + MINUTE / 60),
  }
}
