import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { needKinds } from '@/lib/modules/overview/overview'
import { readOverview } from '@/lib/modules/overview/queries/read-overview'
import { defineRoute } from '../api/route'
import { single, time, wireTime } from '../api/wire'

const counted = {
  count: z.int().describe('At most 1,000.'),
  more: z.boolean().describe('There are more than that.'),
  first: z.array(z.string()).describe('The first of them: names of people, addresses of invites.'),
}
const perDay = (of: string) => z.array(z.int()).describe(`${of} on each day from \`from\` on.`)

const example = {
  needs: [
    {
      kind: 'invitations_ending' as const,
      count: 1,
      more: false,
      first: ['kofi.mensah@halden.example'],
      at: '2026-11-28T08:02:06.510000+00:00',
    },
  ],
  without_factor: { count: 2, more: false, first: ['Ada Lindqvist', 'Tom Li'] },
  people: 1284,
  charts: {
    from: '2026-08-29',
    to: '2026-11-26',
    people: [1280, 1284],
    joined: [2, 5],
    left: [0, 1],
    sign_ins: [402, 96],
  },
}

const OverviewWire = z
  .object({
    needs: z
      .array(
        z.object({
          kind: z.enum(needKinds),
          ...counted,
          at: time.nullable().describe('When the first of it comes about.'),
        }),
      )
      .describe('What waits for an owner, the worst first.'),
    without_factor: z
      .object(counted)
      .nullable()
      .describe('People without a second factor. Null where one is required: then it is a need.'),
    people: z.int(),
    charts: z
      .object({
        from: z.string().describe('The first day. Days are UTC’s.'),
        to: z.string().describe('The last day: today, which is not over.'),
        people: perDay('People at the end of the day,'),
        joined: perDay('People who joined'),
        left: perDay('People who left or were removed'),
        sign_ins: perDay('Sign-ins'),
      })
      .describe('90 days.'),
  })
  .meta({ id: 'Overview', examples: [example] })

type Read = OutputOf<typeof readOverview>
const wire = ({ needs, withoutFactor, people, charts }: Read): z.input<typeof OverviewWire> => {
  const { signIns, ...others } = charts
  return {
    needs: needs.map((need) => ({ ...need, at: need.at && wireTime(need.at) })),
    without_factor: withoutFactor,
    people,
    charts: { ...others, sign_ins: signIns },
  }
}

export const overview = [
  defineRoute({
    method: 'GET',
    path: '/overview',
    operationId: 'get_overview',
    summary: 'Read what waits for an owner, and the numbers of 90 days',
    permission: 'organization.read_overview',
    answer: single(OverviewWire),
    handle: async ({ run }) => ({ result: wire(await run(readOverview, {})) }),
  }),
]
