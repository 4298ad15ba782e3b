import type { KeyCaller } from '@/lib/kernel/caller'
import { createServiceAccount } from '@/lib/modules/service-accounts/commands/create-service-account'
import { as, makeKey, type TestMember } from './people'

/** A service account of that owner's organization, made as an owner makes one. */
export async function makeAccount(
  owner: TestMember,
  given: { name?: string; description?: string } = {},
) {
  const name = given.name ?? `bot-${crypto.randomUUID().slice(0, 8)}`
  const account = await as(owner).run(createServiceAccount, { ...given, name })
  return { ...account, organizationId: owner.organizationId }
}
export type TestAccount = Awaited<ReturnType<typeof makeAccount>>

/** A live key of it: the text a program sends, and the caller it stands for. */
export const makeAccountKey = (
  account: TestAccount,
): Promise<{ key: string; id: string; caller: KeyCaller }> => makeKey(account)
