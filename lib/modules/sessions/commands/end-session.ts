import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { closeSession } from '../internal/close-session'

/** Signing out: the row ends, so that a copy of the cookie is worth nothing from now on. */
export const endSession = defineCommand({
  name: 'session.end',
  summary: 'Sign out',
  scope: 'person',
  event: 'session.ended',
  beforeGate: true,
  input: z.object({}),
  output: z.object({}),
  async run({ db, caller, now }) {
    const ended = await closeSession(db, caller, 'signed_out', now)
    return ended ? changed({}, ended) : unchanged({})
  },
})
