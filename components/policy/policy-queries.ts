import { consoleQuery } from '@/lib/client/query'
import type { KeyHolder } from '@/lib/modules/api-keys/api-key-rules'
import type { PolicyField, PolicyValues } from '@/lib/modules/policy/policy-rules'

/** The answer of `policy.read`. */
export type Policy = PolicyValues & { secondFactorSince: string | null; version: number }

export type Counted<Row> = { count: number; more: boolean; first: Row[] }

export type AffectedKey = {
  id: string
  name: string
  lastSix: string
  holder: { id: string; name: string; kind: KeyHolder }
}

/** The answer of `policy.preview`. */
export type PolicyPreview = {
  denials: { field: PolicyField; detail: string }[]
  people: number
  withoutFactor: Counted<{ id: string; name: string }>
  factorDueAt: string | null
  sessions: { sessions: number; people: number; own: boolean }
  withoutWay: Counted<{ id: string; name: string }>
  outside: Counted<{ id: string; email: string }>
  keys: { count: number; atOnce: number; first: (AffectedKey & { endsAt: string | null })[] }
  keysElsewhere: { count: number; first: (AffectedKey & { address: string })[] }
}

export const policyQuery = (organizationId: string) =>
  consoleQuery<Policy>(organizationId, 'policy.read')

export const policyPreviewQuery = (organizationId: string, changes: Partial<PolicyValues>) =>
  consoleQuery<PolicyPreview>(organizationId, 'policy.preview', changes)
