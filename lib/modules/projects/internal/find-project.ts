import 'server-only'
import { noSuchPlace } from '@/lib/kernel/located'
import { oneProject, type Viewing, viewerOf } from '@/lib/platform/db/resource-list'
import type { Target } from '@/lib/platform/db/targets'

type Asking = Viewing & { db: object }

/** A project as whoever asks sees it; unknown, foreign and out of reach are the same 404. */
export async function findProject(context: Asking, projectId: string) {
  const project = await oneProject(context.db, viewerOf(context), projectId)
  if (!project) throw noSuchPlace()
  return project
}

/** The project that a use case is about, as it was when the door opened. */
export function projectOf({ project }: Pick<Target, 'project'>) {
  if (!project) throw noSuchPlace()
  return project
}
