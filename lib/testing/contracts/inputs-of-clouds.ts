import type { Ids } from './rows'

/** Clouds, projects and workloads: a line for each use case, on what idsOf has made. */
export const inputsOfClouds = ({
  cld: cloudId,
  prj: projectId,
  usr,
}: Ids): Record<string, unknown> => ({
  'cloud.create': { name: 'new-cloud', provider: 'AWS', region: 'us-west-2', autoAdd: true },
  'cloud.default': {},
  'cloud.delete': { cloudId },
  'cloud.get': { cloudId },
  'cloud.list': { search: 'cloud' },
  'cloud.make_default': { cloudId },
  'cloud.preview_deletion': { cloudId },
  'cloud.rename': { cloudId, name: 'renamed-cloud' },
  'cloud.set_auto_add': { cloudId, on: true },
  'project.change': { projectId, name: 'renamed-project', description: 'What it is for.' },
  'project.create': { cloudId, name: 'new-project', description: 'What it is for.' },
  'project.delete': { projectId },
  'project.get': { projectId },
  'project.list': { cloudId, mine: false },
  'project.preview_deletion': { projectId },
  'project.preview_visibility': { projectId, isPublic: true },
  'project.set_visibility': { projectId, isPublic: true },
  'workload.list': { creatorId: usr },
  'workload.list_in_project': { projectId },
  'workload.report': {
    ...{ projectId, creator: usr, externalId: 'expwrk_new', kind: 'job' },
    ...{ name: 'train-grasp', state: 'running' },
  },
})
