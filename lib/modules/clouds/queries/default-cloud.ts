import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { oneCloud, viewerOf } from '@/lib/platform/db/resource-list'
import { CloudRow } from '../cloud'

/** Null: there is no cloud yet, or the default one is out of reach. */
export const defaultCloud = defineQuery({
  name: 'cloud.default',
  summary: 'Read the default cloud, if one can reach it',
  scope: 'organization',
  permission: 'cloud.list',
  input: z.object({}),
  output: CloudRow.nullable(),
  async run(context) {
    const { db } = context
    const found = await db.cloud.findFirst({ where: { isDefault: true }, select: { id: true } })
    return found && oneCloud(db, viewerOf(context), found.id)
  },
})
