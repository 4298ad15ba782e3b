import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { findMember } from '../internal/find-member'
import { Member } from '../member'

export const getMember = defineQuery({
  name: 'member.get',
  summary: 'Read one member, by identity id or by user id',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({ id: z.string().max(100) }),
  output: Member,
  ahead: (db, { id }) => ({ read: findMember(db, by(id)), all: true }),
  together: () => true,
  run: ({ db }, { id }) => findMember(db, by(id)),
})

const by = (id: string) => (id.startsWith('usr_') ? { userId: id } : { id })
