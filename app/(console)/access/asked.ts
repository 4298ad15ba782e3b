import { whoCan } from '@/lib/modules/access/queries/who-can'
import { read, signedIn } from '@/lib/transport/page'

/** Whether the reader may ask about others at all: the smallest question of these pages. */
export async function mayAsk() {
  const { organizationId } = await signedIn()
  const place = { organization: organizationId }
  return read(whoCan, { permission: 'organization.read', place, count: 1 })
}
