import 'server-only'
import { wireTime } from '../api/wire'

/** The official client wants a time for every key: one that does not end has the last that can be written. */
export const wireEnd = (at: string | null) => wireTime(at ?? '9999-12-31T00:00:00.000Z')
