/** Every refusal a caller may understand: RFC 9457 `type` (last segment), status and title. */
export const problems = {
  invalid_input: { status: 422, title: 'Some fields need attention' },
  malformed_body: { status: 400, title: 'The body could not be read' },
  unauthenticated: { status: 401, title: 'Sign in to continue' },
  wrong_credentials: { status: 401, title: 'Email or password is wrong' },
  wrong_factor: { status: 403, title: 'Not confirmed' },
  no_organization: { status: 403, title: 'No organization to sign in to' },
  forbidden: { status: 403, title: 'You may not do this' },
  reauthenticate: { status: 403, title: 'Confirm that it is you' },
  terms_required: { status: 403, title: 'Terms to accept first' },
  second_factor_required: { status: 403, title: 'A second factor is required' },
  method_not_allowed_here: { status: 403, title: 'Not a way to sign in here' },
  own_membership: { status: 403, title: 'This is your own membership' },
  not_found: { status: 404, title: 'Nothing here' },
  method_not_allowed: { status: 405, title: 'This path has no such method' },
  already_member: { status: 400, title: 'Already a member' },
  domain_not_invited: { status: 400, title: 'Not a domain that is invited' },
  invitation_limit: { status: 400, title: 'The invitation limit is reached' },
  invitation_used: { status: 409, title: 'This invitation was used' },
  invitation_expired: { status: 409, title: 'This invitation has expired' },
  invitation_unknown: { status: 404, title: 'This invitation is not known' },
  invitation_revoked: { status: 409, title: 'This invitation was withdrawn' },
  link_ended: { status: 409, title: 'This link works no more' },
  mail_not_set_up: { status: 409, title: 'Mail is not set up' },
  wrong_account: { status: 409, title: 'You are signed in as somebody else' },
  last_owner: { status: 409, title: 'An organization needs an owner' },
  demote_first: { status: 409, title: 'Owners are made collaborators first' },
  stale: { status: 409, title: 'Somebody else was quicker' },
  wrong_organization: { status: 409, title: 'You are signed in to another organization' },
  conflict: { status: 409, title: 'This conflicts with the present state' },
  already_set_up: { status: 409, title: 'Gatehouse is set up already' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  rate_limited: { status: 429, title: 'Too many tries' },
  internal: { status: 500, title: 'Something went wrong' },
  not_implemented: { status: 501, title: 'Not available here' },
  unavailable: { status: 503, title: 'The database cannot serve this now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** What a row rule answers when this may not happen to this very row now (null: it may). */
export type Denial = { code: ProblemCode; detail: string }

/** One faulty field: a JSON pointer into the input and a sentence. */
export type FieldError = { pointer: string; detail: string }

/** An RFC 9457 document as pages, actions and the API carry it. `detail` is one sentence that stands alone. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  request_id?: string
  errors?: FieldError[]
  /** Whole seconds to wait; only with `rate_limited` and `unavailable`. */
  retry_after?: number
  /** What the problem is about, by name; only values the caller may know. */
  context?: Record<string, string | number | null>
}

/** What a server action answers: a result, or a problem that belongs on the screen. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; problem: ProblemBody }
