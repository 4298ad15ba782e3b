import { cache } from 'react'
import { isolated } from '@/lib/domain/isolated'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { prefetch } from '@/lib/transport/page'

export type ProjectParams = { params: Promise<{ projectId: string }> }

/** Read once a request: the title needs it, and the page. */
export const readProject = cache((projectId: string) => prefetch(getProject, { projectId }))

export const projectTitle = async ({ params }: ProjectParams) => {
  const { found } = await readProject((await params).projectId)
  return { title: found.ok ? isolated(found.data.name) : 'Projects' }
}
