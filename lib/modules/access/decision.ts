import { z } from 'zod'

const word = z.string().max(400)
/** A question as other software asks it: whatever is unknown here is answered, with no. */
export const DecisionAsked = z.object({
  /** An id (ide_…), a user id (usr_…) or the email address of a member; null: of no kind that is known here. */
  subject: word.nullable(),
  action: word,
  resource: z.object({ type: word, id: word }),
})
export type DecisionAsked = z.output<typeof DecisionAsked>

/** In one question; each costs as many look-ups. */
export const MOST_DECISIONS = 200
