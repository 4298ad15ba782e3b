import type { OrganizationRole } from '@/lib/domain/roles'
import { changeRole, remove, removeMany } from '../story/members'
import { before, DAY, inOffice } from '../times'
import * as cast from './cast'
import type { Place } from './settle'

type Change = { by: string; whom: string; role: OrganizationRole; days: number }

const changes: Change[] = [
  { by: cast.ingrid.email, whom: cast.siobhan.email, role: 'owner', days: 200 },
  { by: cast.maximiliano, whom: cast.thandiwe, role: 'owner', days: 124 },
  { by: cast.ingrid.email, whom: cast.rafael, role: 'owner', days: 74 },
  { by: cast.ingrid.email, whom: cast.emre, role: 'owner', days: 58 },
  { by: cast.ingrid.email, whom: cast.casper, role: 'collaborator', days: 48 },
  { by: cast.siobhan.email, whom: cast.rafael, role: 'collaborator', days: 31 },
  { by: cast.maximiliano, whom: cast.agnieszka, role: 'owner', days: 19 },
]

/** The owner role is given and taken. */
export function tellRoles({ history, timeline, now }: Place): void {
  for (const { by, whom, role, days } of changes) {
    timeline.at(inOffice(before(now, days * DAY)), (at) => changeRole(history, by, whom, role, at))
  }
}

/** Two consultants, whose work was done: removed together. */
const together = ['pippa', 'fergus'].map((name) => `${name}@brightwell-consulting.example`)

/** When somebody left, and the removal. */
export function tellRemoval({ history, timeline, now }: Place, email: string, days: number): Date {
  const left = inOffice(before(now, days * DAY))
  const by = email === cast.casper ? cast.maximiliano : cast.ingrid.email
  if (!together.includes(email)) timeline.at(left, (at) => remove(history, { by, email }, at))
  else if (email === together[0]) timeline.at(left, (at) => removeMany(history, by, together, at))
  return left
}
