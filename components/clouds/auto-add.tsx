'use client'
import { useId } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import type { CloudRow } from '@/components/resources/shapes'
import { DisabledReason } from '@/components/ui/disabled-reason'
import { Switch } from '@/components/ui/switch'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import { tierDenial } from '@/lib/domain/tier-denial'
import { setAutoAddAction } from '@/lib/transport/actions/clouds'
import { cloudReads } from './cloud-queries'

type Props = {
  cloud: CloudRow
  /** Its name stands beside it already. */
  named?: boolean
}

/** The switch and its sentence; turned on it asks first, as everybody gets a role at once. */
export function AutoAdd({ cloud, named = false }: Props) {
  const { organizationId, organizationName } = useViewer()
  const id = useId()
  const confirm = useConfirm()
  const command = useCommand(setAutoAddAction, {
    organizationId,
    invalidates: cloudReads,
    onDone: ({ added }, { on }) =>
      notify.done(
        on
          ? `Auto add is on. ${plural(added, 'member was', 'members were')} added.`
          : 'Auto add is off. Everyone on the cloud keeps their role.',
      ),
  })
  const turnOn = () =>
    confirm({
      title: `Add everyone to ${isolated(cloud.name)}?`,
      body: (
        <p>
          Everyone in <bdi>{organizationName}</bdi> without a role here becomes cloud collaborator
          at once, service accounts too, and whoever joins later within 30 seconds. While it is on,
          no one’s role can be ended one by one. Turning it off takes nothing away.
        </p>
      ),
      verb: 'Turn on and add everyone',
      pendingVerb: 'Adding…',
      tone: 'primary',
      action: () => command.run({ cloudId: cloud.id, on: true }),
    })
  const turnOff = async () => {
    const result = await command.run({ cloudId: cloud.id, on: false })
    if (!result.ok) notify.problem(result.problem)
  }
  return (
    <div className="flex items-start gap-2.5">
      <DisabledReason reason={tierDenial('cloud.change_auto_add', cloud.tier)}>
        <Switch
          id={id}
          checked={cloud.autoAdd}
          aria-busy={command.pending || undefined}
          className="aria-disabled:opacity-60"
          onCheckedChange={(on) => void (on ? turnOn() : turnOff())}
        />
      </DisabledReason>
      <p className="min-w-0">
        <label htmlFor={id} className={named ? 'sr-only' : 'font-medium'}>
          Auto add users
        </label>
        <span className="text-foreground-2">
          {!named && ' · '}
          {cloud.autoAdd ? (
            <>
              Everyone who joins <bdi>{organizationName}</bdi> becomes cloud collaborator here
              within 30 seconds. While it is on, people can’t be removed one by one.
            </>
          ) : (
            <>
              Off. Only those who were given a role reach this cloud, and the organization’s owners.
            </>
          )}
        </span>
      </p>
    </div>
  )
}
