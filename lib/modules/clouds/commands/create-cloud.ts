import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { DEFAULT_PROJECT, newProject } from '@/lib/modules/projects/project'
import { CloudRow, computeStacks, newCloud, plainText, providers, resourceName } from '../cloud'
import { cloudNameTaken } from '../cloud-rules'
import { addEverybody } from '../internal/add-everybody'
import { findCloud } from '../internal/find-cloud'

/** A cloud on record, with its public default project. The first one is the default cloud; its creator is a field of it. */
export const createCloud = defineCommand({
  name: 'cloud.create',
  summary: 'Put a cloud on record',
  scope: 'organization',
  permission: 'cloud.create',
  event: 'cloud.created',
  lock: 'organization',
  input: z.object({
    name: resourceName,
    provider: z.enum(providers),
    region: plainText(100),
    computeStack: z.enum(computeStacks).default('VM'),
    isPrivate: z.boolean().default(false),
    autoAdd: z.boolean().default(false).describe('Add everybody, and everybody who joins.'),
  }),
  output: CloudRow,
  async run(context, { name, provider, region, autoAdd, ...rest }) {
    const { db, self, now } = context
    const [same, standing] = await Promise.all([
      db.cloud.findFirst({ where: { name }, select: { id: true } }),
      db.cloud.findFirst({ where: { isDefault: true }, select: { id: true } }),
    ])
    if (same) refuse(cloudNameTaken({ name }))
    const isDefault = standing === null
    const row = newCloud({ name, provider, region, creatorId: self.id, now })
    await db.cloud.create({ data: { ...row, ...rest, autoAdd, isDefault } })
    const common = { cloudId: row.id, creatorId: self.id, now }
    const home = { name: DEFAULT_PROJECT, isPublic: true, isDefault: true }
    await db.project.create({ data: newProject({ ...common, ...home }) })
    const added = autoAdd ? await addEverybody(db, row.id, now) : 0
    return changed(await findCloud(context, row.id), {
      subject: { kind: 'cloud', id: row.id, label: name },
      after: { name, provider, region, isDefault, autoAdd, ...(autoAdd && { added }) },
    })
  },
})
