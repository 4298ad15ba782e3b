import 'server-only'
import { z } from 'zod'
import { patternOf } from '@/lib/domain/fold'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, totalOf } from '@/lib/kernel/page'
import { accountCount, accountPage, accountPlace } from '@/lib/platform/db/service-account-list'
import { momentsAt } from '../internal/moments'
import { ServiceAccount } from '../service-account'
import { accountKeys, accountSorts, accountStates, accountUses } from '../service-account-rules'

export const listServiceAccounts = defineQuery({
  name: 'service_account.list',
  summary: 'List the service accounts of the organization',
  scope: 'organization',
  permission: 'service_account.list',
  input: z.object({
    search: z.string().max(400).optional().describe('Part of a name or an email address.'),
    state: z.enum(accountStates).optional(),
    keys: z
      .enum(accountKeys)
      .optional()
      .describe('No live key, one that ends within 14 days, or one without an end.'),
    use: z
      .enum(accountUses)
      .optional()
      .describe('Whether a key or a token of it was used in the last 90 days.'),
    creatorId: z
      .string()
      .max(400)
      .optional()
      .describe('Who made it: an id that begins with ide_ or usr_, also of somebody removed.'),
    access: z
      .string()
      .max(400)
      .optional()
      .describe('The id of a cloud (cld_…) or project (prj_…) that it can reach, by any role.'),
    sort: z.enum(accountSorts).default('name'),
    descending: z.boolean().default(false),
    ...pageInput,
  }),
  output: pageOf(ServiceAccount),
  async run({ db, now }, { sort, descending, after, count, ...asked }) {
    const cursor = cursorFrom(after, sort !== 'name')
    const { search, creatorId: creator, access: place, ...filters } = asked
    const filter = { ...filters, search: patternOf(search), creator, place }
    const at = momentsAt(now)
    const rows = await accountPage(db, filter, at, {
      sort,
      descending: descending !== (cursor?.backwards ?? false),
      after: cursor,
      limit: count + 1,
    })
    const page = paged({ rows, cursor, count }, accountPlace(sort))
    const total = await totalOf(page, cursor, (most) => accountCount(db, filter, at, most))
    return { ...page, total }
  },
})
