'use client'
import { useDenial, useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import type { CloudRow } from '@/components/resources/shapes'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import { makeDefaultCloudAction } from '@/lib/transport/actions/clouds'
import { cloudReads } from './cloud-queries'

/** One cloud is the default one: it is changed by making another one so, never unset. */
export function DefaultCloudRow({ cloud }: { cloud: CloudRow }) {
  const { organizationId } = useViewer()
  const denial = useDenial()
  const confirm = useConfirm()
  const { run } = useCommand(makeDefaultCloudAction, { organizationId, invalidates: cloudReads })
  const ask = async () => {
    const done = await confirm({
      title: `Make ${isolated(cloud.name)} the default cloud?`,
      body: 'Programs that name no cloud use this one from then on. Nobody’s access changes.',
      verb: 'Make it the default',
      pendingVerb: 'Saving…',
      tone: 'primary',
      action: () => run({ cloudId: cloud.id }),
    })
    if (!done) return
    notify.done(
      <>
        <bdi className="font-medium">{cloud.name}</bdi> is the default cloud now
      </>,
    )
  }
  return (
    <SettingsRow label="Default cloud" about="Used where a program names no cloud.">
      {cloud.isDefault ? (
        <p className="text-foreground-2">
          This is the default cloud. Make another one the default to change that.
        </p>
      ) : (
        <Button disabledReason={denial('cloud.make_default')} onClick={() => void ask()}>
          Make it the default…
        </Button>
      )}
    </SettingsRow>
  )
}
