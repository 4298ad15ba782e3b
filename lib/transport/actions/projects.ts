'use server'
import { changeProject } from '@/lib/modules/projects/commands/change-project'
import { createProject } from '@/lib/modules/projects/commands/create-project'
import { deleteProject } from '@/lib/modules/projects/commands/delete-project'
import { setVisibility } from '@/lib/modules/projects/commands/set-visibility'
import { action } from '../action'

export const changeProjectAction = action(changeProject)
export const createProjectAction = action(createProject)
export const deleteProjectAction = action(deleteProject)
export const setVisibilityAction = action(setVisibility)
