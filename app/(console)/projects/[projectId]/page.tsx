import { redirect } from 'next/navigation'
import { type ProjectParams, readProject } from './project'

export default async function ProjectPage({ params }: ProjectParams) {
  const { projectId } = await params
  await readProject(projectId)
  redirect(`/projects/${projectId}/access`)
}
