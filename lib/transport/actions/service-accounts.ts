'use server'
import { changeServiceAccount } from '@/lib/modules/service-accounts/commands/change-service-account'
import { createServiceAccount } from '@/lib/modules/service-accounts/commands/create-service-account'
import { deleteServiceAccount } from '@/lib/modules/service-accounts/commands/delete-service-account'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { enableServiceAccount } from '@/lib/modules/service-accounts/commands/enable-service-account'
import { action } from '../action'

export const createServiceAccountAction = action(createServiceAccount)
export const changeServiceAccountAction = action(changeServiceAccount)
export const disableServiceAccountAction = action(disableServiceAccount)
export const enableServiceAccountAction = action(enableServiceAccount)
export const deleteServiceAccountAction = action(deleteServiceAccount)
