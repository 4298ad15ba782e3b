import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'

/** What a permission is about: the organization, a cloud, a project. */
export const placeAsked = z.union([
  z.object({ organization: idOf('org') }),
  z.object({ cloud: idOf('cld') }),
  z.object({ project: idOf('prj') }),
])
export type PlaceAsked = z.output<typeof placeAsked>
