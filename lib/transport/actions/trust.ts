'use server'
import { revokeTokensOfAccount } from '@/lib/modules/tokens/commands/revoke-tokens-of-account'
import { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import { changeTokenLife } from '@/lib/modules/trust/commands/change-token-life'
import { changeTrustRule } from '@/lib/modules/trust/commands/change-trust-rule'
import { createTrustRule } from '@/lib/modules/trust/commands/create-trust-rule'
import { deleteTrustRule } from '@/lib/modules/trust/commands/delete-trust-rule'
import { removeClientKey } from '@/lib/modules/trust/commands/remove-client-key'
import { action } from '../action'

export const createTrustRuleAction = action(createTrustRule)
export const changeTrustRuleAction = action(changeTrustRule)
export const deleteTrustRuleAction = action(deleteTrustRule)
export const addClientKeyAction = action(addClientKey)
export const removeClientKeyAction = action(removeClientKey)
export const changeTokenLifeAction = action(changeTokenLife)
export const revokeTokensOfAccountAction = action(revokeTokensOfAccount)
