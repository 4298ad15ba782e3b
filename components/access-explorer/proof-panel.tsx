'use client'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import { type ExplainInput, explainQuery } from '@/components/access-tree/explain-query'
import { Why } from '@/components/access-tree/why'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Drawer } from '@/components/ui/drawer'
import { useMediaQuery } from '@/lib/client/media'

type Props = {
  asked: ExplainInput
  name: string
  leading: ReactNode
  /** "can see a project on grasp-policy-rl" */
  words: ReactNode
  /** Where it is changed. */
  actions?: ReactNode
  onClose: () => void
}

/** The proof of one row, beside the list; in narrower windows over it. */
export function ProofPanel(props: Props) {
  const wide = useMediaQuery('(min-width: 75rem)')
  const { asked, name, leading, words, actions, onClose } = props
  const proof = (
    <div className="p-5">
      <Why asked={asked} title="Because" whose={{ own: false, name }} actions={actions} />
    </div>
  )
  if (wide === null) return null
  if (!wide) {
    return (
      <Drawer
        open
        onOpenChange={onClose}
        title={<bdi>{name}</bdi>}
        description={words}
        leading={leading}
      >
        {proof}
      </Drawer>
    )
  }
  return (
    <aside aria-label={`Why: ${name}`} className="w-97 shrink-0 overflow-y-auto border-l">
      <header className="flex items-center gap-3 border-b px-5 py-3">
        {leading}
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-medium text-base">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-muted-foreground [overflow-wrap:anywhere]">{words}</p>
        </div>
        <Verdict asked={asked} />
        <Button variant="ghost" size="icon" aria-label="Close" icon={<X />} onClick={onClose} />
      </header>
      {proof}
    </aside>
  )
}

/** The answer as a chip. */
export function Verdict({ asked }: { asked: ExplainInput }) {
  const { organizationId } = useViewer()
  const { data } = useQuery({ ...explainQuery(organizationId, asked), placeholderData: undefined })
  if (!data) return null
  return data.allowed ? <Chip tone="success">Allowed</Chip> : <Chip tone="destructive">Denied</Chip>
}
