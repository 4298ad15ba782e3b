import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, totalOf } from '@/lib/kernel/page'
import { keyCount, keyPage, keyPlace } from '@/lib/platform/db/key-list'
import { KeyOfOrganization } from '../api-key'
import {
  DAY_SECONDS,
  keyEnds,
  keyHolders,
  keySorts,
  keyStates,
  UNUSED_DAYS,
} from '../api-key-rules'
import { memberIdOf } from '../internal/member-id-of'

/** Everybody's keys, people's and service accounts', for owners. */
export const listAllApiKeys = defineQuery({
  name: 'api_key.list_all',
  summary: 'List the API keys of everybody in the organization',
  scope: 'organization',
  permission: 'api_key.list',
  input: z.object({
    search: z.string().max(400).optional().describe('Part of a name, or the last six characters.'),
    name: z.string().max(400).optional().describe('The whole name.'),
    memberId: z.string().max(100).optional().describe('Whose: an identity id or a user id.'),
    makerId: z.string().max(100).optional().describe('Made by: an identity id or a user id.'),
    kind: z.enum(keyHolders).optional(),
    ends: z.enum(keyEnds).optional(),
    unused: z.literal(UNUSED_DAYS).optional().describe('Neither made nor used for so many days.'),
    state: z.enum(keyStates).optional(),
    sort: z.enum(keySorts).default('created'),
    descending: z.boolean().default(true),
    ...pageInput,
  }),
  output: pageOf(KeyOfOrganization),
  async run({ db, now }, { memberId, makerId, unused, sort, descending, after, count, ...asked }) {
    const cursor = cursorFrom(after, sort !== 'name')
    const filter = {
      ...asked,
      at: now.toISOString(),
      ...(memberId && { member: await memberIdOf(db, memberId) }),
      ...(makerId && { maker: await memberIdOf(db, makerId) }),
      ...(unused && {
        unusedSince: new Date(now.getTime() - unused * DAY_SECONDS * 1_000).toISOString(),
      }),
    }
    const rows = await keyPage(db, filter, {
      sort,
      descending: descending !== (cursor?.backwards ?? false),
      after: cursor,
      limit: count + 1,
    })
    const page = paged({ rows, cursor, count }, keyPlace(sort))
    return { ...page, total: await totalOf(page, cursor, (most) => keyCount(db, filter, most)) }
  },
})
