'use server'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { action } from '../action'

export const createApiKeyAction = action(createApiKey)
export const revokeApiKeyAction = action(revokeApiKey)
