import type { Cell } from './role-table'

export const cellWords: Record<Cell, string> = {
  allowed: 'Allowed',
  not_self: 'Allowed, not on yourself',
  taken: 'Taken away, whatever else is held',
  none: 'Not included',
}

/** One sentence each: what the role is for. */
const about: Record<string, string> = {
  'organization-owner':
    'Runs the organization, and owns every cloud and project of it without being a member there.',
  'organization-collaborator':
    'Everybody who does not run the organization. Clouds and projects are given one by one.',
  'image-reader': 'A limit: takes away making container images, from owners too.',
  'image-reader-no-base-images':
    'A limit: takes away making container images and deploying base images, from owners too.',
  'cloud-owner': 'Gives and takes roles on one cloud, and owns every project of it.',
  'cloud-writer': 'The same rights as Cloud collaborator. Kept under the name it was given by.',
  'cloud-collaborator':
    'Makes projects on one cloud, writes in its public projects, and can be given roles in the others.',
  'cloud-project-viewer':
    'Kept as it was given. Permits no more than reading: its public projects, and those it is given.',
  'cloud-compute-config-viewer':
    'Kept as it was given. Permits no more than reading: its public projects, and those it is given.',
  'cloud-workload-operator':
    'Kept as it was given. Permits no more than reading: its public projects, and those it is given.',
  'cloud-read-only':
    'A limit beside a cloud role: read-only in every project of the cloud, whatever else is given.',
  'project-owner':
    'Runs one project, and gives and takes roles in it. Whoever makes a project owns it.',
  'project-write': 'Works in one project. Everybody on the cloud has it in a public project.',
  'project-readonly': 'Sees one project, its logs and who has access to it.',
}
export const aboutRole = (id: string) => about[id] ?? ''

/** What a role needs beside it to count. */
export const needsOf = (level: string) =>
  level === 'project' ? 'Counts only while a role on its cloud is held too.' : null
