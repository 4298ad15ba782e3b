import type { Denial } from '@/lib/domain/problems'

// Apart from the schemas: the browser shows these, and would otherwise load all of Zod for them.

/** From the word of one owner to the end: any owner may stop it until then. */
export const deletionDays = 14

/** Whether an organization whose end is asked for may be asked for again: what is under way is stopped, not repeated. */
export const deletionDenial = ({ dueAt }: { dueAt: string | Date | null }): Denial | null =>
  dueAt === null
    ? null
    : { code: 'conflict', detail: 'The deletion of this organization is under way already.' }

/** The name that is typed to delete it, letter for letter. */
export const isTypedName = (typed: string, name: string): boolean =>
  typed.trim().normalize('NFC') === name.trim().normalize('NFC')

/** Whom the installation lets make further organizations. */
export type Creation = 'off' | 'people' | 'anyone'
/** In 24 hours, of one person. */
const MOST_A_DAY = 5

type Founder = { emailProvenAt: Date | null }

/** Whether somebody may make a further organization: set so, with an account that is not one organization's alone. */
export function creationDenial(
  { emailProvenAt }: Founder,
  { setting, today }: { setting: Creation; today: number },
): Denial | null {
  if (setting === 'off') {
    return { code: 'forbidden', detail: 'Further organizations are not made on this installation.' }
  }
  if (emailProvenAt === null) {
    return {
      code: 'forbidden',
      detail:
        'Your account exists for one organization alone, because its address was never confirmed by a mail. Confirm it first.',
    }
  }
  if (today < MOST_A_DAY) return null
  return {
    code: 'rate_limited',
    detail: `You made ${today} organizations in 24 hours. Make the next one tomorrow.`,
  }
}
