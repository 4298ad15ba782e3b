import 'server-only'
import { noSuchPlace } from '@/lib/kernel/located'
import { oneCloud, type Viewing, viewerOf } from '@/lib/platform/db/resource-list'

type Asking = Viewing & { db: object }

/** A cloud as whoever asks sees it; unknown, foreign and out of reach are the same 404. */
export async function findCloud(context: Asking, cloudId: string) {
  const cloud = await oneCloud(context.db, viewerOf(context), cloudId)
  if (!cloud) throw noSuchPlace()
  return cloud
}
