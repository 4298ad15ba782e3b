import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { memberCounter } from '@/lib/platform/db/member-list'
import { readNeeds } from '../internal/needs'
import { readCharts } from '../internal/read-charts'
import { Overview } from '../overview'

/** The owners' home: what waits for a decision, and what the last 90 days were like. */
export const readOverview = defineQuery({
  name: 'overview.read',
  summary: 'Say what waits for an owner, and how many came, went and signed in on each of 90 days',
  scope: 'organization',
  permission: 'organization.read_overview',
  input: z.object({}),
  output: Overview,
  async run({ db, now }) {
    const { people } = await memberCounter(db)
    return { ...(await readNeeds({ db, now })), people, charts: await readCharts(db, people, now) }
  },
})
