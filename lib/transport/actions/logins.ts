'use server'
import { allowLogin } from '@/lib/modules/api-keys/commands/allow-login'
import { refuseLogin } from '@/lib/modules/api-keys/commands/refuse-login'
import { action } from '../action'

export const allowLoginAction = action(allowLogin)
export const refuseLoginAction = action(refuseLogin)
