import 'server-only'
import { z } from 'zod'
import type { tiers } from '@/lib/domain/roles'
import type { OutputOf } from '@/lib/kernel/define'
import { readReport } from '@/lib/modules/access/queries/read-report'
import { type Call, defineRoute } from '../api/route'
import { idText, single, UNASKED_COUNT } from '../api/wire'
import { exampleCloud } from './cloud-wire'
import { exampleProject } from './project-wire'

type Run = Call<string, unknown, unknown>['run']
type Page = OutputOf<typeof readReport>

/** The words of the report: `collaborator` for what is `write` elsewhere (anyscale-client.md §3). */
const words = { owner: 'owner', write: 'collaborator', readonly: 'readonly' } as const
type Tier = (typeof tiers)[number]
const role = z.enum([words.owner, words.write, words.readonly])

const person = {
  user_id: z.string(),
  user_email: z.string(),
  is_service_account: z.boolean(),
}
const examplePerson = {
  user_id: 'usr_764n07887310ju4o8gryavdvyw',
  user_email: 'ann@halden.example',
  is_service_account: false,
}

const AccessTree = z
  .object({
    organization_id: z.string(),
    org_owners: z.array(z.object(person)),
    users: z.array(
      z.object({
        ...person,
        clouds: z.array(
          z.object({
            cloud_id: z.string(),
            cloud_name: z.string(),
            role,
            projects: z.array(z.object({ project_id: z.string(), project_name: z.string(), role })),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'AccessTree',
    examples: [
      {
        organization_id: 'org_lknunpjkh6u4kors5i8zlvbj86',
        org_owners: [
          {
            user_id: 'usr_1gzl5xq2mp7vr0d8kcw9t4hyba',
            user_email: 'olga@halden.example',
            is_service_account: false,
          },
        ],
        users: [
          {
            ...examplePerson,
            clouds: [
              {
                cloud_id: exampleCloud.id,
                cloud_name: exampleCloud.name,
                role: 'collaborator',
                projects: [
                  {
                    project_id: exampleProject.id,
                    project_name: exampleProject.name,
                    role: 'owner',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })

const personWire = ({ userId, email, kind }: Page['owners'][number]) => ({
  user_id: userId,
  user_email: email,
  is_service_account: kind === 'service_account',
})
const word = (tier: Tier) => words[tier]

const userWire = (user: Page['rows'][number]) => ({
  ...personWire(user),
  clouds: user.clouds.map((cloud) => ({
    cloud_id: cloud.id,
    cloud_name: cloud.name,
    role: word(cloud.role),
    projects: cloud.projects.map((project) => ({
      project_id: project.id,
      project_name: project.name,
      role: word(project.role),
    })),
  })),
})

/** The client takes it whole: it knows of no pages here. */
async function whole(run: Run, memberId: string | undefined) {
  const first = await run(readReport, { memberId, count: UNASKED_COUNT })
  const rows = [...first.rows]
  for (let after = first.next; after; ) {
    const page = await run(readReport, { memberId, after, count: UNASKED_COUNT })
    rows.push(...page.rows)
    after = page.next
  }
  return { ...first, rows }
}

export const accessReport = [
  defineRoute({
    method: 'GET',
    path: '/scim/list-user-permissions',
    operationId: 'list_user_permissions',
    summary: 'Report who was given which role on clouds and in projects',
    permission: 'access.read_others',
    refusals: ['not_found'],
    query: z.object({
      user_id: idText.optional().describe('Of one person alone, by user id. Without it, of all.'),
    }),
    answer: single(AccessTree),
    async handle({ run, query: { user_id: memberId } }) {
      const { organizationId, owners, rows } = await whole(run, memberId)
      return {
        result: {
          organization_id: organizationId,
          org_owners: owners.map(personWire),
          users: rows.map(userWire),
        },
      }
    },
  }),
]
