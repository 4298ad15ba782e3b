import 'server-only'
import { z } from 'zod'
import { invalidInput, isProblem } from '@/lib/kernel/problem'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { defineRoute } from '../api/route'
import { text, textTo, time, wireTime, writtenEmail } from '../api/wire'

const MOST = 100
const noSso =
  'Single sign-on is not set up here. Send is_sso_user: false and a password for each person.'

const AdminCreateUser = z
  .object({
    name: text,
    lastname: text.nullish(),
    email: writtenEmail,
    password: textTo(1_024)
      .nullish()
      .describe('Needed: at least 15 characters, and not an easily guessed one.'),
    is_sso_user: z.boolean().default(false).describe('True is refused: there is no sign-on yet.'),
    title: text.nullish().describe('Read, and not kept.'),
  })
  .superRefine(({ is_sso_user, password }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, input: null })
    if (is_sso_user) fault('is_sso_user', noSso)
    else if (!password) fault('password', 'A password is missing. Each person needs one.')
  })
  .meta({ id: 'AdminCreateUser' })

const AdminCreatedUser = z
  .object({
    user_id: z.string(),
    email: z.string(),
    name: z.string(),
    lastname: z.string().nullable(),
    title: z.null().describe('Not kept.'),
    created_at: time,
    is_sso_user: z.literal(false),
  })
  .meta({ id: 'AdminCreatedUser' })

export const users = [
  defineRoute({
    method: 'POST',
    path: '/users/admin_batch_create',
    operationId: 'admin_batch_create_users',
    summary:
      'Add people with passwords, all of them or none; each account is of this organization alone',
    permission: 'member.create',
    refusals: ['already_member', 'conflict'],
    body: z
      .array(AdminCreateUser)
      .min(1)
      .max(MOST)
      .meta({
        examples: [
          [
            {
              name: 'Ann',
              lastname: 'Berg',
              email: 'ann@halden.example',
              password: 'velvet harbour quiet ladder',
              is_sso_user: false,
            },
          ],
        ],
      }),
    answer: z.object({ results: z.array(AdminCreatedUser) }),
    repeatable: (answer) => answer,
    async handle({ run, body }) {
      const people = body.map(({ name, lastname, email, password }) => ({
        name: lastname ? `${name} ${lastname}` : name,
        email,
        password: password ?? '',
      }))
      const { members } = await run(createMembers, { people }).catch(asItems)
      return {
        results: members.map(({ userId, email, createdAt }, index) => ({
          user_id: userId,
          email,
          name: body[index]?.name ?? '',
          lastname: body[index]?.lastname ?? null,
          title: null,
          created_at: wireTime(createdAt),
          is_sso_user: false as const,
        })),
      }
    },
  }),
]

/** The use case has the people in a field, the wire has them as the body. */
function asItems(error: unknown): never {
  if (!isProblem(error) || !error.extra.errors) throw error
  throw invalidInput(
    error.extra.errors.map(({ pointer, detail }) => ({
      pointer: pointer.replace(/^#\/people(?=\/|$)/, '#'),
      detail,
    })),
  )
}
