import 'server-only'
import { invalidInput } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { accountNameTaken } from '../service-account-rules'

type Asked = { name: string; email: string; except?: string }

/** Throws when another member has the address that follows a name. Behind the organization's lock nobody takes it meanwhile. */
export async function refuseTakenName(
  db: Pick<ReadDb, 'membership'>,
  { name, email, except }: Asked,
): Promise<void> {
  const taken = await db.membership.findFirst({
    where: { email, endedAt: null, ...(except && { id: { not: except } }) },
    select: { id: true },
  })
  if (!taken) return
  throw invalidInput([{ pointer: '#/name', detail: accountNameTaken(name).detail }])
}
