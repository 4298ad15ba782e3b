import type { OrganizationRole } from '@/lib/domain/roles'

/** A login that waits for an answer: `login_code.source`. */
export type OpenLogin = {
  state: 'pending'
  createdAt: string
  expiresAt: string
  address: string | null
  sameAddress: boolean
  ownAddress: string | null
  client: string | null
  askedSeconds: number
  seconds: number | null
  organization: { id: string; name: string }
  self: { name: string; email: string; role: OrganizationRole }
}
export type EndedLogin = {
  state: 'allowed' | 'used' | 'refused' | 'expired' | 'unknown'
  sentence: string
}
