import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { AT_LEAST_ONE, StoredCeiling } from '@/lib/modules/api-keys/api-key'
import { MOST_IN_CEILING } from '@/lib/modules/api-keys/api-key-rules'
import { idText } from '../api/wire'

export const CeilingWire = z.object({
  read_only: z.boolean().optional(),
  permissions: StoredCeiling.shape.permissions,
  clouds: StoredCeiling.shape.clouds,
  projects: StoredCeiling.shape.projects,
})
const noPermission = ({ input }: { input?: unknown }) =>
  `There is no such permission as ${String(input).slice(0, 100)}.`
const places = (kind: 'clouds' | 'projects') =>
  z
    .array(idText)
    .min(1, AT_LEAST_ONE)
    .max(MOST_IN_CEILING)
    .optional()
    .describe(StoredCeiling.shape[kind].description ?? '')
export const AskedCeilingWire = z
  .object({
    read_only: z.boolean().optional().describe('It looks, and changes nothing.'),
    permissions: z
      .array(z.enum(permissionNames, { error: noPermission }))
      .min(1, AT_LEAST_ONE)
      .max(MOST_IN_CEILING)
      .optional()
      .describe(StoredCeiling.shape.permissions.description ?? ''),
    clouds: places('clouds'),
    projects: places('projects'),
  })
  .describe('The most it may do. Absent: whatever its holder may, or the key that makes it.')

export const askedOf = (ceiling: z.output<typeof AskedCeilingWire> | undefined) =>
  ceiling && { ceiling: { readOnly: ceiling.read_only, ...chosenOf(ceiling) } }
export const chosenOf = ({ permissions, clouds, projects }: z.output<typeof CeilingWire>) => ({
  permissions,
  clouds,
  projects,
})
