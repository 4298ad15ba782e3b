import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { refuseStale } from '@/lib/kernel/stale'

type Row = { name: string; version: number; role: string; limits: string[] }

/** Throws when the member is not the one that whoever asks has seen. */
export const refuseStaleMember = (member: Row, expected: number | undefined): void =>
  refuseStale(member, expected, isolated(member.name), {
    role: member.role,
    limits: member.limits.join(','),
  })
