import { shortDate } from '@/lib/client/time-words'

/** "20 Nov", for use inside a sentence. */
export const dayMonth = (at: string | undefined) =>
  at ? shortDate(new Date(at)).replace(/^\S+ /, '') : 'earlier'
