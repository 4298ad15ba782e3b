import type { z } from 'zod'
import type { CloudRow, Creator } from '@/lib/modules/clouds/cloud'
import type { ProjectRow } from '@/lib/modules/projects/project'

export type { CloudRow, ProjectRow }
export type CreatedBy = z.output<typeof Creator>
