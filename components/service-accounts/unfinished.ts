'use client'
import { type DraftOwner, draftKey, holdDraft, takeDraft } from '@/lib/client/drafts'

/** What a new account was meant to get and did not: a role, or its key. */
export type Missing = { what: string; why: string; href?: string }

const kept = new Map<string, Missing[]>()

const keyOf = (owner: DraftOwner, accountId: string) => draftKey(owner, `unfinished ${accountId}`)

/** For the page of the account to say, also after a sign-in or a reload of this tab. */
export function keepMissing(owner: DraftOwner, accountId: string, missing: Missing[]) {
  if (missing.length === 0) return
  const key = keyOf(owner, accountId)
  kept.set(key, missing)
  holdDraft(key, { missing: JSON.stringify(missing) })
}

export function missingOf(owner: DraftOwner, accountId: string): Missing[] {
  const key = keyOf(owner, accountId)
  const known = kept.get(key)
  if (known) return known
  const missing: Missing[] = JSON.parse(takeDraft(key)?.missing ?? '[]')
  keepMissing(owner, accountId, missing)
  return missing
}

export function dropMissing(owner: DraftOwner, accountId: string) {
  const key = keyOf(owner, accountId)
  kept.delete(key)
  holdDraft(key, null)
}
