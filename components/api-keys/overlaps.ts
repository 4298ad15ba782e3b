import { DAY_SECONDS } from '@/lib/modules/api-keys/api-key-rules'

/** How long a key that was replaced works on, in seconds. */
export const overlaps = [
  { seconds: 0, label: 'Now', description: 'For a key that others may know.' },
  { seconds: 3_600, label: 'In an hour', description: 'For one program.' },
  { seconds: DAY_SECONDS, label: 'In a day', description: 'Time to change it everywhere.' },
  { seconds: 7 * DAY_SECONDS, label: 'In a week', description: 'For many who hold it.' },
]

/** What is chosen at first: of a key that others know, that it ends now. */
export const firstOverlap = (leaked: boolean): number => (leaked ? 0 : DAY_SECONDS)
