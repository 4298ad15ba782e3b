import { deny, makeKey, revokeKey, signOutMember } from '../story/credentials'
import { invite } from '../story/invitations'
import type { KeyRow } from '../story/rows'
import { before, DAY } from '../times'
import * as cast from './cast'
import type { Place } from './settle'

type Making = {
  email: string
  name: string
  /** Days ago: made, last used, revoked. */
  made: number
  used?: number
  revoked?: number
  days?: number
}

const terraform = 'terraform-prod'
const keys: Making[] = [
  { email: cast.ingrid.email, name: terraform, made: 43, used: 13.3 },
  { email: cast.ingrid.email, name: terraform, made: 12.6, used: 0.06 },
  { email: cast.maximiliano, name: 'ci-release', made: 20.4, used: 0.08 },
  { email: cast.siobhan.email, name: 'audit-export', made: 75.2, used: 50.1 },
  { email: cast.emre, name: 'grafana', made: 25.3, used: 11.4, revoked: 10.2 },
  { email: cast.agnieszka, name: 'nightly', made: 28.7, used: 0.31 },
  { email: cast.priyanka.email, name: 'notebook-export', made: 27.9 },
  { email: cast.oleksandra, name: 'training-jobs', made: 40.5, used: 10.6 },
  { email: cast.oleksandra, name: 'training-jobs', made: 9.4, used: 0.22 },
  { email: cast.wolfgang, name: 'simulation', made: 15.3, used: 4.1 },
  { email: cast.chukwuemeka, name: 'notebook', made: 2.3 },
  { email: cast.kenta, name: 'robot-bench', made: 17.5, used: 11.2, days: 7 },
  { email: cast.casper, name: 'migration', made: 66.3, used: 53.1 },
  { email: cast.ryo, name: 'laptop', made: 20.2, used: 9.2 },
]

const refused = [
  { email: cast.priyanka.email, permission: 'invitation.send', days: 21.3 },
  { email: cast.wolfgang, permission: 'member.list', days: 8.2 },
  { email: cast.chukwuemeka, permission: 'member.list', days: 2.1 },
] as const

/** Keys, what one of them did, and what a role did not permit. */
export function tellKeys({ history, timeline, now }: Place): void {
  const ago = (days: number) => before(now, days * DAY)
  const made = new Map<string, KeyRow>()
  for (const { email, name, made: days, used, revoked, days: lifetime } of keys) {
    timeline.at(ago(days), async (at) => {
      const usedAt = used === undefined ? null : ago(used)
      const { apiKey } = await makeKey(history, { email, name, days: lifetime, usedAt }, at)
      made.set(name, apiKey)
    })
    if (revoked !== undefined) {
      timeline.at(ago(revoked), (at) => revokeKey(history, email, made.get(name) as KeyRow, at))
    }
  }
  for (const [place, local] of ['m.abdulrahman', 'r.castellanos'].entries()) {
    const email = `${local}@halden.example`
    timeline.at(ago(0.08 - place / 1000), (at) =>
      invite(history, { by: cast.ingrid.email, email, key: made.get(terraform) }, at),
    )
  }
  timeline.at(ago(9.5), (at) => signOutMember(history, cast.ingrid.email, cast.leonidas, at))
  for (const { email, permission, days } of refused) {
    timeline.at(ago(days), (at) => deny(history, email, permission, at))
  }
}
