import 'server-only'
import { z } from 'zod'
import { normalizePassword } from '@/lib/domain/password'
import { email, passwordText } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { findSeat } from '../internal/find-seat'
import { finished, newAttempt } from '../session'

/** Nothing is known of the caller before, and nothing happened yet after: the session's start is the event. */
export const signInWithPassword = defineCommand({
  name: 'sign_in.with_password',
  summary: 'Sign in by email and password',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'sign_in', key: (input) => input.email },
  input: z.object({ email, password: passwordText }),
  output: finished,
  async run({ db, now }, { email, password }) {
    const seat = await findSeat(db, email, normalizePassword(password))
    if (seat === 'wrong') throw new Problem('wrong_credentials', 'Email or password is wrong.')
    if (seat === 'nowhere') throw noOrganization()
    const { row, ...secrets } = await newAttempt(seat, 'password', now)
    await db.signInAttempt.create({ data: row })
    return unchanged(secrets)
  },
})

const noOrganization = () =>
  new Problem(
    'no_organization',
    'You are not in any organization at present. Ask an owner of yours for a new invitation.',
  )
