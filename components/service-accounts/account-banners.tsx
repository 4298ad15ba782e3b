'use client'
import { CirclePause } from 'lucide-react'
import { Banner } from '@/components/feedback/banner'
import { Time } from '@/components/ui/time'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'

/** Of an account that does not work: since when, and what that means. */
export function AccountBanners({ account }: { account: ServiceAccount }) {
  const { disabledAt, endedAt, name } = account
  if (endedAt) {
    return (
      <Banner
        tone="info"
        className="mt-4"
        title={
          <>
            Deleted <Time at={endedAt} />
          </>
        }
      >
        Its keys and roles ended then. A new account of the same name has new IDs and none of them.
      </Banner>
    )
  }
  if (!disabledAt) return null
  return (
    <Banner
      tone="warning"
      className="mt-4"
      icon={<CirclePause />}
      title={
        <>
          Disabled <Time at={disabledAt} />
        </>
      }
    >
      Its keys are refused meanwhile, and nothing is lost. Enabled, <bdi>{name}</bdi> has exactly
      the keys and roles of before.
    </Banner>
  )
}
