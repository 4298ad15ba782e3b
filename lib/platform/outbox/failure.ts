import 'server-only'

/** Thrown by a handler when no later try can succeed: the item goes dead at once. The message is kept. */
export class PermanentFailure extends Error {
  readonly isPermanentFailure = true
  override readonly name = 'PermanentFailure'
}

// Next bundles several copies of this class, so the mark is asked, not the prototype (DESIGN §7).
export const isPermanentFailure = (error: unknown): error is PermanentFailure =>
  (error as { isPermanentFailure?: boolean } | null)?.isPermanentFailure === true
