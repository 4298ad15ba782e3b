'use client'
import { StatusDot } from '@/components/access/status-dot'
import { lazily } from '@/components/ui/lazily'
import type { WithStatus } from './unusual-status'

const UnusualStatus = lazily(() => import('./unusual-status').then((m) => m.UnusualStatus))

export const isUnusual = ({ endedAt, suspendedAt, lastActiveAt, kind }: WithStatus['member']) =>
  endedAt !== null || suspendedAt !== null || (lastActiveAt === null && kind === 'person')

/** Active is grey; the exceptions have a dot. */
export const MemberStatus = ({ member }: WithStatus) =>
  isUnusual(member) ? <UnusualStatus member={member} /> : <StatusDot tone="quiet">Active</StatusDot>
