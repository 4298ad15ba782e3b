'use server'
import { changeOnCloud } from '@/lib/modules/bindings/commands/change-on-cloud'
import { changeOnProject } from '@/lib/modules/bindings/commands/change-on-project'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { removeFromCloud } from '@/lib/modules/bindings/commands/remove-from-cloud'
import { removeFromProject } from '@/lib/modules/bindings/commands/remove-from-project'
import { action } from '../action'

export const grantOnCloudAction = action(grantOnCloud)
export const grantOnProjectAction = action(grantOnProject)
export const changeOnCloudAction = action(changeOnCloud)
export const changeOnProjectAction = action(changeOnProject)
export const removeFromCloudAction = action(removeFromCloud)
export const removeFromProjectAction = action(removeFromProject)
