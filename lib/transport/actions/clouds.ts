'use server'
import { createCloud } from '@/lib/modules/clouds/commands/create-cloud'
import { deleteCloud } from '@/lib/modules/clouds/commands/delete-cloud'
import { makeDefaultCloud } from '@/lib/modules/clouds/commands/make-default-cloud'
import { renameCloud } from '@/lib/modules/clouds/commands/rename-cloud'
import { setAutoAdd } from '@/lib/modules/clouds/commands/set-auto-add'
import { action } from '../action'

export const createCloudAction = action(createCloud)
export const deleteCloudAction = action(deleteCloud)
export const makeDefaultCloudAction = action(makeDefaultCloud)
export const renameCloudAction = action(renameCloud)
export const setAutoAddAction = action(setAutoAdd)
