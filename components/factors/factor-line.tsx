'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { defineMenuAction } from '@/components/menu/menu-action'
import { MenuEntries } from '@/components/menu/menu-entries'
import { RowMenu } from '@/components/menu/row-menu'
import { SectionLine } from '@/components/person/section-list'
import { lazily } from '@/components/ui/lazily'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import { removeFactorAction } from '@/lib/transport/actions/factors'
import { factorsRead, kindWords, type OwnFactor } from './own-factors'

const RenameFactor = lazily(() => import('./rename-factor').then((m) => m.RenameFactor))

/** One passkey or app, and what may be done with it. */
export function FactorLine({ factor }: { factor: OwnFactor }) {
  const { organizationId } = useViewer()
  const [renaming, setRenaming] = useState(false)
  const confirm = useConfirm()
  const removal = useCommand(removeFactorAction, { organizationId, invalidates: [factorsRead] })
  const remove = () =>
    confirm({
      title: `Remove ${isolated(factor.name)}?`,
      body: 'It signs you in and confirms nothing any more, at once. Your sessions go on.',
      verb: 'Remove',
      pendingVerb: 'Removing…',
      tone: 'destructive',
      action: async () => {
        const result = await removal.run({ factorId: factor.id })
        if (result.ok) notify.done(<>Removed {isolated(factor.name)}</>)
        return result
      },
    })
  return (
    <>
      <SectionLine
        name={
          <>
            <bdi className="font-medium text-foreground">{factor.name}</bdi>
            <span className="block text-muted-foreground text-xs">{kindWords[factor.kind]}</span>
          </>
        }
        facts={[
          <>
            Added <Time at={factor.createdAt} />
          </>,
          <>
            Used <Time at={factor.lastUsedAt} />
          </>,
        ]}
        action={
          <RowMenu
            label={`Actions for ${factor.name}`}
            entries={
              <MenuEntries actions={actionsOf(() => setRenaming(true), remove)} row={factor} />
            }
          />
        }
      />
      {renaming && <RenameFactor factor={factor} onClose={() => setRenaming(false)} />}
    </>
  )
}

const actionsOf = (rename: () => void, remove: () => void) => [
  [
    defineMenuAction<OwnFactor>({
      id: 'rename',
      label: 'Rename…',
      icon: <Pencil />,
      run: rename,
    }),
  ],
  [
    defineMenuAction<OwnFactor>({
      id: 'remove',
      label: 'Remove…',
      icon: <Trash2 />,
      tone: 'destructive',
      disabledReason: ({ removalDenial }) => removalDenial,
      run: remove,
    }),
  ],
]
