import { z } from 'zod'
import { entryOf, type Permission } from '@/lib/domain/permissions'

/** What a question is about: the organization, or a cloud or project of it. */
export const Resource = z.object({
  kind: z.string().max(100),
  id: z.string().max(400).describe('An id that begins with org_, cld_ or prj_.'),
})
export type Resource = z.output<typeof Resource>

/** What the policy's lines can be asked of: those of the organization of anything in it, those of a cloud also of its projects. */
const asked = {
  organization: ['organization', 'cloud', 'project'],
  cloud: ['cloud', 'project'],
  project: ['project'],
} as const

/** Whether a permission means anything on a thing of that kind. */
export const fits = (permission: Permission, kind: string): boolean =>
  (asked[entryOf(permission).level] as readonly string[]).includes(kind)

export const unfitting = (permission: Permission) => {
  const { level } = entryOf(permission)
  return `This is asked of a ${level}. Name one.`
}

/** A member by identity id, user id or email. */
export const MemberRef = z
  .string()
  .max(400)
  .describe('An id that begins with ide_ or usr_, or an email.')
export const refOf = (text: string) =>
  text.includes('@')
    ? { email: text.toLowerCase() }
    : text.startsWith('usr_')
      ? { userId: text }
      : { memberId: text }
