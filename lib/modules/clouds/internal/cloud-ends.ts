import 'server-only'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { endsOfPlace } from '@/lib/platform/db/place-ends'
import { cloudDeletionDenial } from '../cloud-rules'

type Place = { id: string; name: string; isDefault: boolean }
type Db = Pick<ReadDb | WriteDb, 'cloud'>

/** Why this cloud may not be deleted now. */
export async function denialOfDeletion(db: Db, cloud: Place) {
  const other = await db.cloud.findFirst({
    where: { id: { not: cloud.id } },
    select: { id: true },
  })
  return cloudDeletionDenial(cloud, { others: other !== null })
}

export async function readCloudEnds(db: Db, cloud: Place) {
  const denial = await denialOfDeletion(db, cloud)
  return { ...(await endsOfPlace(db, { cloud: cloud.id })), denial: denial?.detail ?? null }
}
