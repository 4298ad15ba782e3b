import 'server-only'
import { z } from 'zod'
import { tiers } from '@/lib/domain/roles'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { invalidInput } from '@/lib/kernel/problem'
import { accessReport, accessReportOf, ownersOf } from '@/lib/platform/db/access-report'
import { reportedOf } from '../internal/reported'
import { readWhom } from '../internal/whom'
import { MemberOfAccess } from '../reach'

const Person = MemberOfAccess.omit({ role: true })
const role = z.enum(tiers)
const Reported = Person.extend({
  clouds: z.array(
    z.object({
      id: idOf('cld'),
      name: z.string(),
      role,
      projects: z.array(z.object({ id: idOf('prj'), name: z.string(), role })),
    }),
  ),
})

const MOST_OWNERS = 10_000

/**
 * Who was given what, and what it comes to (facts §9.3). Roles that were given, and count: what follows from owning the
 * organization or a cloud, or from a project's being public, is not listed.
 */
export const readReport = defineQuery({
  name: 'access.report',
  summary: 'Read who was given which role, of one person or of everybody',
  scope: 'organization',
  permission: 'access.read_others',
  input: z.object({
    memberId: z
      .string()
      .max(400)
      .optional()
      .describe('An id (ide_…), a user id (usr_…) or an email address.'),
    ...pageInput,
  }),
  output: pageOf(Reported)
    .omit({ total: true })
    .extend({
      organizationId: idOf('org'),
      owners: z.array(Person).describe('With the first page; they own everything.'),
    }),
  async run({ db, now, organizationId }, { memberId, after, count }) {
    const cursor = cursorFrom(after)
    if (cursor?.backwards) throw onlyOnwards
    const whom = memberId === undefined ? null : await readWhom(db, memberId, now)
    const rows = whom
      ? await accessReportOf(db, whom.id)
      : await accessReport(db, { after: cursor, limit: count + 1 })
    const found = paged({ rows, cursor, count }, ({ sortKey: value, id }) => ({ value, id }))
    const owners = cursor ? [] : await ownersOf(db, MOST_OWNERS)
    return {
      ...found,
      rows: found.rows.map((row) => reportedOf(row, now)),
      organizationId,
      owners: whom ? owners.filter(({ id }) => id === whom.id) : owners,
    }
  },
})

const onlyOnwards = invalidInput([{ pointer: '#/after', detail: 'This list only goes on.' }])
