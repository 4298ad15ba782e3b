'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { useProjectCreation } from './use-project-creation'

type Props = { creation: ReturnType<typeof useProjectCreation> }

export const CreateProjectButton = ({ creation }: Props) => (
  <Button
    variant="primary"
    icon={<Plus />}
    disabledReason={creation.denial}
    onClick={creation.show}
  >
    Create project
  </Button>
)
