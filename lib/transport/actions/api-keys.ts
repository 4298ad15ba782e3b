'use server'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { revokeApiKeys } from '@/lib/modules/api-keys/commands/revoke-api-keys'
import { action } from '../action'

export const createApiKeyAction = action(createApiKey)
export const revokeApiKeysAction = action(revokeApiKeys)
