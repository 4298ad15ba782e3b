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
