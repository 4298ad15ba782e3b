'use server'
import { renameOrganization } from '@/lib/modules/organizations/commands/rename-organization'
import { requestDeletion } from '@/lib/modules/organizations/commands/request-deletion'
import { stopDeletion } from '@/lib/modules/organizations/commands/stop-deletion'
import { action } from '../action'

export const renameOrganizationAction = action(renameOrganization)
export const requestDeletionAction = action(requestDeletion)
export const stopDeletionAction = action(stopDeletion)
