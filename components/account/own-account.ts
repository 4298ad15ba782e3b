'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'

/** The answer of `account.read`. */
export type OwnAccount = {
  email: string
  proven: boolean
  hasPassword: boolean
  passwordChangedAt: string | null
  emailChange: {
    newEmail: string
    oldConfirmed: boolean
    newConfirmed: boolean
    expiresAt: string
  } | null
  mail: boolean
}
export const ownAccount = 'account.read'

export function useOwnAccount(): OwnAccount | undefined {
  const { organizationId } = useViewer()
  return useQuery(consoleQuery<OwnAccount>(organizationId, ownAccount)).data
}
