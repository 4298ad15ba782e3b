'use server'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { createApiKeyForAccount } from '@/lib/modules/api-keys/commands/create-api-key-for-account'
import { revokeApiKeys } from '@/lib/modules/api-keys/commands/revoke-api-keys'
import { revokeApiKeysOfAccount } from '@/lib/modules/api-keys/commands/revoke-api-keys-of-account'
import { revokeApiKeysOfMembers } from '@/lib/modules/api-keys/commands/revoke-api-keys-of-members'
import { rotateApiKey } from '@/lib/modules/api-keys/commands/rotate-api-key'
import { action } from '../action'

export const createApiKeyAction = action(createApiKey)
export const revokeApiKeysAction = action(revokeApiKeys)
export const revokeApiKeysOfMembersAction = action(revokeApiKeysOfMembers)
export const createApiKeyForAccountAction = action(createApiKeyForAccount)
export const rotateApiKeyAction = action(rotateApiKey)
export const revokeApiKeysOfAccountAction = action(revokeApiKeysOfAccount)
