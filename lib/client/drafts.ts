'use client'

/** What was typed into a form, by field. Never a password or a key. */
export type Draft = Record<string, string>
export type DraftOwner = { organizationId: string; identityId: string }

const PREFIX = 'draft:'
const open = new Map<string, Draft>()
let dropped = false
let installed = false

export const draftKey = ({ organizationId, identityId }: DraftOwner, form: string) =>
  `${PREFIX}${organizationId}:${identityId}:${form}`

/** What a form holds now; null: nothing worth keeping. It is written down when the page goes. */
export function holdDraft(key: string, draft: Draft | null) {
  if (draft) open.set(key, draft)
  else open.delete(key)
  if (installed) return
  installed = true
  addEventListener('pagehide', keepDrafts)
}

/** Writes down what the open forms hold, in this tab alone, for when the page comes back. */
export function keepDrafts() {
  if (dropped) return
  for (const [key, draft] of open) {
    try {
      sessionStorage.setItem(key, JSON.stringify(draft))
    } catch {
      // Full or forbidden: the page still holds it.
    }
  }
}

/** What was kept for this form; it serves once. */
export function takeDraft(key: string): Draft | null {
  try {
    const text = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    const value: unknown = JSON.parse(text ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string')

/** Somebody else, or nobody, reads this tab next. Signing out ends the page too: nothing is written any more. */
export function dropDrafts(except?: DraftOwner) {
  dropped = except === undefined
  const kept = except && draftKey(except, '')
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && !(kept && key.startsWith(kept))) sessionStorage.removeItem(key)
    }
  } catch {
    // Forbidden: there are none.
  }
}
