'use client'
import type { ReactNode } from 'react'
import { StatusDot } from '@/components/access/status-dot'
import { LastSix } from '@/components/api-keys/key-columns'
import { endsSoon } from '@/components/api-keys/own-keys'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { SectionLine } from './section-list'
import { Used } from './used'

/** One live key: when it was used, was made and ends; what may be done with it stands at its end. */
export function KeyLine({ apiKey, action }: { apiKey: ApiKey; action: ReactNode }) {
  const now = useNow()
  const { expiresAt } = apiKey
  const soon = now !== null && expiresAt !== null && endsSoon(expiresAt, now)
  return (
    <SectionLine
      name={
        <>
          <bdi className="font-medium text-foreground">{apiKey.name}</bdi>{' '}
          <LastSix apiKey={apiKey} />
        </>
      }
      facts={[
        <Used key="used" at={apiKey.lastUsedAt} />,
        <>
          Made <Time at={apiKey.createdAt} />
        </>,
        <StatusDot key="ends" tone={soon || !expiresAt ? 'warning' : 'quiet'}>
          <span>
            {expiresAt ? (
              <>
                Ends <Time at={expiresAt} kind="countdown" />
              </>
            ) : (
              'Does not end'
            )}
          </span>
        </StatusDot>,
      ]}
      action={action}
    />
  )
}
