import { describe, expect, test } from 'vitest'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { reportWorkload } from '@/lib/modules/workloads/commands/report-workload'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { as, makeOrganization } from '@/lib/testing/people'
import { createCloud } from './commands/create-cloud'
import { listClouds } from './queries/list-clouds'

const AWS = { provider: 'AWS', region: 'us-west-2' } as const

describe('smoke', () => {
  test('all', async () => {
    const { owner, collaborator } = await makeOrganization()
    const cloud = await as(owner).run(createCloud, { name: 'prod', ...AWS, autoAdd: true })
    expect(cloud).toMatchObject({ tier: 'owner', members: 1, projects: 1, isDefault: true })
    const mine = await as(collaborator).run(listClouds, { search: 'pro' })
    expect(mine.rows).toMatchObject([{ tier: 'write', members: null, projects: 1 }])
    const project = await as(collaborator).run(createProject, { cloudId: cloud.id, name: 'grasp' })
    expect(project.tier).toBe('owner')
    expect((await as(collaborator).run(listProjects, {})).rows).toHaveLength(2)
    const report = { kind: 'job', name: 'train', projectId: project.id, state: 'running' } as const
    await as(collaborator).run(reportWorkload, { externalId: 'x', ...report })
    expect((await as(collaborator).run(listWorkloads, {})).rows).toHaveLength(1)
  })
})
