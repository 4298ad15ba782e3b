import type { CloudRole, ProjectRole } from '@/lib/domain/roles'
import type { KeyPolicy } from '@/lib/modules/api-keys/api-key-rules'
import { allowLongKeys, createAccount, disableAccount, makeAccountKey } from '../story/accounts'
import { tellGrant } from '../story/resources'
import type { AccountRow, CloudRow, ProjectRow } from '../story/rows'
import { before, DAY, inOffice } from '../times'
import * as cast from './cast'
import type { Place } from './settle'

/** Days: made ago, lives, last used ago. `daily`: how often it is used on a day. */
type Key = [name: string, made: number, days: number | null, used: number | null, daily: number]
type Role = [place: string, role: CloudRole | ProjectRole]
type Told = {
  name: string
  purpose?: string
  by: string
  /** Days ago. */
  made: number
  disabled?: number
  keys: readonly Key[]
  /** Beside what the cloud gives that adds everybody. A role on a cloud comes before those in its projects. */
  roles?: readonly Role[]
}

const minutes = (count: number) => count / 1_440

/** Keys in every state: soon and late, over, without an end, unused for long, and none. */
const told: Told[] = [
  {
    name: 'airflow-eu-central-scheduler',
    purpose: 'Schedules every batch job in Europe',
    by: cast.emre,
    made: 52,
    keys: [['airflow', 51, 150, minutes(1), 840]],
    roles: [
      ['research-gcp', 'collaborator'],
      ['perception-training', 'write'],
      ['tactile-sensing', 'write'],
      ['language-to-action', 'write'],
    ],
  },
  {
    name: 'backup-verifier',
    purpose: 'Restores a backup each night and checks it against the source',
    by: cast.siobhan.email,
    made: 120,
    keys: [['nightly', 14, 90, 1.1, 6]],
    roles: [
      ['sim-fleet', 'readonly'],
      ['grasp-policy-rl', 'readonly'],
    ],
  },
  {
    name: 'batch-embeddings',
    purpose: 'Embeds the sensor archive',
    by: cast.maximiliano,
    made: 98,
    keys: [['gpu-pool', 97, 90, 7.4, 55]],
    roles: [['perception-training', 'write']],
  },
  {
    name: 'ci-deploy',
    purpose: 'Builds and rolls out services',
    by: cast.ingrid.email,
    made: 150,
    keys: [
      ['github-actions', 54, 60, minutes(2), 310],
      ['github-actions-next', 1.2, 90, 0.02, 40],
    ],
    roles: [
      ['staging-eu', 'writer'],
      ['release-candidates', 'write'],
      ['sim-fleet', 'write'],
    ],
  },
  {
    name: 'dataset-mirror',
    purpose: 'Copies public data sets to the Oslo cluster',
    by: cast.siobhan.email,
    made: 80,
    disabled: 4.5,
    keys: [['rsync', 34, 90, 5.2, 24]],
    roles: [['k8s-onprem-oslo', 'collaborator']],
  },
  {
    name: 'edge-lab-runner',
    purpose: 'Hardware-in-the-loop rigs, Oslo lab',
    by: cast.maximiliano,
    made: 33,
    keys: [],
    roles: [
      ['k8s-onprem-oslo', 'workload_operator'],
      ['line-7-inspection', 'write'],
    ],
  },
  {
    name: 'eval-harness',
    purpose: 'Scores every candidate policy',
    by: cast.agnieszka,
    made: 15,
    keys: [['scores', 14.2, 90, 0.3, 96]],
    roles: [['grasp-policy-rl', 'write']],
  },
  {
    name: 'feature-store-sync',
    by: cast.maximiliano,
    made: 140,
    keys: [
      ['sync-a', 78, 90, minutes(3), 420],
      ['sync-b', 40, 90, 0.6, 18],
    ],
    roles: [['perception-training', 'readonly']],
  },
  {
    name: 'github-actions-sim-fleet',
    purpose: 'Pull-request checks',
    by: cast.ingrid.email,
    made: 61,
    keys: [
      ['pull-requests', 41, 90, minutes(38), 130],
      ['nightly', 20, 90, 0.5, 22],
    ],
    roles: [['sim-fleet', 'write']],
  },
  {
    name: 'grafana-readonly',
    purpose: 'Dashboards',
    by: cast.maximiliano,
    made: 66,
    keys: [['dashboards', 63, 180, 0.0003, 1_440]],
    roles: [
      ['research-gcp', 'compute_config_viewer'],
      ['k8s-onprem-oslo', 'compute_config_viewer'],
      ['staging-eu', 'compute_config_viewer'],
    ],
  },
  {
    name: 'legacy-ingest',
    by: cast.casper,
    made: 210,
    keys: [['ingest', 209, null, 131, 12]],
    roles: [
      ['research-gcp', 'writer'],
      ['language-to-action', 'write'],
    ],
  },
  {
    name: 'nightly-retrain',
    purpose: 'Perception models, 02:00 UTC',
    by: cast.siobhan.email,
    made: 90,
    keys: [['retrain', 88, null, 0.5, 8]],
    roles: [['perception-training', 'owner']],
  },
  {
    name: 'slack-notifier',
    purpose: 'Posts job results to #robots',
    by: cast.emre,
    made: 25,
    keys: [['webhook', 23, 90, 0.25, 64]],
  },
  {
    name: 'terraform-prod',
    purpose: 'Infrastructure as code',
    by: cast.siobhan.email,
    made: 180,
    keys: [
      ['plan', 10, 90, minutes(9), 48],
      ['apply', 10, 90, 0.9, 5],
      ['drift', 10, 90, 0.2, 12],
    ],
    roles: [
      ['research-gcp', 'owner'],
      ['staging-eu', 'owner'],
    ],
  },
]

/** Identities of programs, made by owners over the months; the one who made `legacy-ingest` has left. */
export function tellAccounts({ history, timeline, now }: Place): Map<string, AccountRow> {
  const ago = (days: number) => before(now, days * DAY)
  const accounts = new Map<string, AccountRow>()
  const of = (name: string) => accounts.get(name) as AccountRow
  let policy: KeyPolicy
  timeline.at(inOffice(ago(240)), (at) => {
    policy = allowLongKeys(history, cast.ingrid.email, at)
  })
  for (const { name, purpose, by, made, disabled, keys } of told) {
    timeline.at(inOffice(ago(made)), (at) => {
      accounts.set(name, createAccount(history, by, { name, description: purpose }, at))
    })
    for (const [key, days, lives, used, daily] of keys) {
      const usedAt = used === null ? null : ago(used)
      const given = { name: key, days: lives, usedAt, daily }
      timeline.at(ago(days), (at) => makeAccountKey(history, by, of(name), given, policy, at))
    }
    if (disabled !== undefined)
      timeline.at(ago(disabled), (at) => disableAccount(history, cast.ingrid.email, of(name), at))
  }
  return accounts
}

/** What they may do, given by hand. */
export function tellAccountRoles(
  { history }: Place,
  accounts: Map<string, AccountRow>,
  { clouds, projects }: { clouds: Map<string, CloudRow>; projects: Map<string, ProjectRow> },
  at: Date,
): void {
  for (const { name, roles = [] } of told) {
    for (const [on, role] of roles) {
      const project = projects.get(on)
      const cloud = clouds.get(on) ?? [...clouds.values()].find(({ id }) => id === project?.cloudId)
      if (!cloud) throw new Error(`There is no ${on}.`)
      const place = { cloud, ...(project && { project }) }
      tellGrant(history, cast.ingrid.email, accounts.get(name) as AccountRow, place, { role }, at)
    }
  }
}
