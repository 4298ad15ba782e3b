import 'server-only'
import { z } from 'zod'
import { storedOrigins, tiers } from '@/lib/domain/roles'
import { cloudRole, projectRole } from '@/lib/modules/bindings/binding'
import { memberKinds } from '@/lib/modules/members/member'
import { idText, pagingToken, text, time, wireTime, writtenEmail } from '../api/wire'
import type { CloudMemberRow, ProjectMemberRow } from './member-wire'
import { givenMoment, ownCount, wordList } from './own-lists'

const examplePerson = {
  identity_id: 'ide_2k2y004le7fcqa0azt484nfutd',
  user_id: 'usr_764n07887310ju4o8gryavdvyw',
  kind: 'person' as const,
  name: 'Ann Berg',
  email: 'ann@halden.example',
}
const exampleHeld = {
  id: 'rb_8m3xk0ve1r7wzu4bnc3adf6tq9',
  member: examplePerson,
  role: 'writer' as const,
  read_only: false,
  tier: 'write' as const,
  origin: 'direct' as const,
  created_at: '2026-11-24T08:02:06.510000+00:00',
  created_by: { identity_id: 'ide_0d8gzl5xq2mp7vr1kcw9t4hyba', name: 'Olga Lind', removed: false },
  starts_at: null,
  ends_at: '2026-12-24T08:00:00.000000+00:00',
  version: 1,
}

export const expected_version = z
  .int()
  .optional()
  .describe('Of an answer before: when it is not the present one, nothing is saved.')

const moment = givenMoment.nullable().optional()
export const wireTimes = {
  starts_at: moment.describe('Counts from this moment on; null: at once.'),
  ends_at: moment.describe('Counts no longer from this moment on; null: without an end.'),
}
export const timesFrom = (given: { starts_at?: string | null; ends_at?: string | null }) => ({
  startsAt: given.starts_at,
  endsAt: given.ends_at,
})

const shape = {
  id: z.string().describe('The id of the role binding (rb_…).'),
  member: z
    .object({
      identity_id: z.string(),
      user_id: z.string(),
      kind: z.enum(memberKinds),
      name: z.string(),
      email: z.string(),
    })
    .meta({ id: 'BindingMember' }),
  read_only: z.boolean().describe('The limit cloud_read_only.'),
  tier: z.enum(tiers).nullable().describe('What it comes to now; null: nothing.'),
  origin: z.enum(storedOrigins),
  created_at: time,
  created_by: z
    .object({ identity_id: z.string(), name: z.string(), removed: z.boolean() })
    .nullable(),
  starts_at: time.nullable(),
  ends_at: time.nullable(),
  version: z.int(),
}
export const CloudBindingWire = z
  .object({ ...shape, role: cloudRole })
  .meta({ id: 'CloudBinding', examples: [exampleHeld] })
export const ProjectBindingWire = z
  .object({ ...shape, role: projectRole })
  .meta({ id: 'ProjectBinding', examples: [{ ...exampleHeld, role: 'write' }] })

const heldWire = ({ member, binding, readOnly, tier }: CloudMemberRow | ProjectMemberRow) => ({
  id: binding.id,
  member: {
    identity_id: member.id,
    user_id: member.userId,
    kind: member.kind,
    name: member.name,
    email: member.email,
  },
  read_only: readOnly,
  tier,
  origin: binding.origin,
  created_at: wireTime(binding.createdAt),
  created_by: binding.createdBy && {
    identity_id: binding.createdBy.id,
    name: binding.createdBy.name,
    removed: binding.createdBy.removed,
  },
  starts_at: binding.startsAt && wireTime(binding.startsAt),
  ends_at: binding.endsAt && wireTime(binding.endsAt),
  version: binding.version,
})
export const cloudBindingWire = (row: CloudMemberRow) => ({ ...heldWire(row), role: row.role })
export const projectBindingWire = (row: ProjectMemberRow) => ({ ...heldWire(row), role: row.role })

export const bindingFilters = z.object({
  search: text.optional().describe('Part of a name or an email address.'),
  origin: wordList(storedOrigins).optional().describe('How they came to it, between commas.'),
  kind: wordList(memberKinds).optional().describe('People, service accounts, between commas.'),
  ends: z
    .enum(['ending', 'ended', 'planned', 'timed'])
    .optional()
    .describe('Ends within 7 days, has ended, begins later, or has an end.'),
  count: ownCount,
  paging_token: pagingToken.optional(),
})
export const filterFrom = ({ search, origin, kind, ends }: z.output<typeof bindingFilters>) => ({
  search,
  origins: origin,
  kinds: kind,
  ends,
})

const who = z
  .object({
    identity_id: idText.optional(),
    user_id: idText.optional(),
    email: writtenEmail.optional(),
  })
  .describe('Name each in one way.')
export const grantee = who.shape
export const namedBy = (given: z.output<typeof who>) => ({
  memberId: given.identity_id,
  userId: given.user_id,
  email: given.email,
})

export const GrantResults = z
  .object({
    results: z.array(
      z.object({
        status: z.enum(['granted', 'already', 'refused']),
        identity_id: z.string().nullable(),
        email: z.string().nullable(),
        binding_id: z.string().nullable(),
        code: z.string().nullable(),
        detail: z.string().nullable().describe('Why not, as a sentence.'),
      }),
    ),
  })
  .meta({ id: 'GrantResults' })
type Result = {
  status: 'granted' | 'already' | 'refused'
  memberId: string | null
  email: string | null
  bindingId?: string
  code?: string
  detail?: string
}
export const resultsWire = ({ results }: { results: Result[] }): z.input<typeof GrantResults> => ({
  results: results.map((result) => ({
    status: result.status,
    identity_id: result.memberId,
    email: result.email,
    binding_id: result.bindingId ?? null,
    code: result.code ?? null,
    detail: result.detail ?? null,
  })),
})
