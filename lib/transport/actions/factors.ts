'use server'
import { addPasskey } from '@/lib/modules/factors/commands/add-passkey'
import { beginConfirmPasskey } from '@/lib/modules/factors/commands/begin-confirm-passkey'
import { beginPasskey } from '@/lib/modules/factors/commands/begin-passkey'
import { beginTotp } from '@/lib/modules/factors/commands/begin-totp'
import { confirmSession } from '@/lib/modules/factors/commands/confirm-session'
import { confirmTotp } from '@/lib/modules/factors/commands/confirm-totp'
import { makeRecoveryCodes } from '@/lib/modules/factors/commands/make-recovery-codes'
import { removeFactor } from '@/lib/modules/factors/commands/remove-factor'
import { renameFactor } from '@/lib/modules/factors/commands/rename-factor'
import { action } from '../action'

export const addPasskeyAction = action(addPasskey)
export const beginConfirmPasskeyAction = action(beginConfirmPasskey)
export const beginPasskeyAction = action(beginPasskey)
export const beginTotpAction = action(beginTotp)
export const confirmSessionAction = action(confirmSession)
export const confirmTotpAction = action(confirmTotp)
export const makeRecoveryCodesAction = action(makeRecoveryCodes)
export const removeFactorAction = action(removeFactor)
export const renameFactorAction = action(renameFactor)
