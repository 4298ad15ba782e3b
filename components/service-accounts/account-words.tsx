'use client'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { ENDING_DAYS, UNUSED_DAYS } from '@/lib/modules/service-accounts/service-account-rules'

const DAY = 86_400_000 // ms
type Props = { account: ServiceAccount }

/** Enabled is grey; what is not has a dot. */
export function AccountState({ account: { disabledAt, endedAt } }: Props) {
  if (endedAt) {
    return (
      <StatusDot tone="waiting">
        <span>
          Deleted <Time at={endedAt} />
        </span>
      </StatusDot>
    )
  }
  if (!disabledAt) return <StatusDot tone="quiet">Enabled</StatusDot>
  return (
    <StatusDot tone="warning">
      <span>
        Disabled <Time at={disabledAt} />
      </span>
    </StatusDot>
  )
}

/** When the first of its keys ends: amber within 14 days, red once the last one ran out, grey without an end. */
export function NextEnd({ account }: Props) {
  const { keys, nextExpiryAt, expiredAt } = account
  const now = useNow()
  if (nextExpiryAt) {
    const soon = now !== null && Date.parse(nextExpiryAt) - now <= ENDING_DAYS * DAY
    return (
      <StatusDot tone={soon ? 'warning' : 'quiet'}>
        <span>
          Ends <Time at={nextExpiryAt} kind="countdown" />
        </span>
      </StatusDot>
    )
  }
  if (keys > 0) return <StatusDot tone="quiet">No end</StatusDot>
  if (!expiredAt) return <StatusDot tone="quiet">No keys</StatusDot>
  return (
    <StatusDot tone="destructive">
      <span>
        Expired <Time at={expiredAt} />
      </span>
    </StatusDot>
  )
}

/** When any of its keys was used; amber when the live ones were not for 90 days. */
export function LastUsed({ account: { lastUsedAt, keys } }: Props) {
  const now = useNow()
  const idle =
    keys > 0 &&
    lastUsedAt !== null &&
    now !== null &&
    now - Date.parse(lastUsedAt) > UNUSED_DAYS * DAY
  return (
    <StatusDot tone={idle ? 'warning' : 'quiet'}>
      <Time at={lastUsedAt} />
    </StatusDot>
  )
}
