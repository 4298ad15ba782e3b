'use client'
import { useCreateDialog } from '@/components/api-keys/use-create-dialog'
import type { CloudRow } from '@/components/resources/shapes'
import { tierDenial } from '@/lib/domain/tier-denial'

/** Whether a project may be made: on this cloud, or on one that the dialog asks for, where the server decides. */
export function useProjectCreation(cloud?: CloudRow) {
  const dialog = useCreateDialog()
  return { ...dialog, denial: cloud ? tierDenial('project.create', cloud.tier) : null }
}
