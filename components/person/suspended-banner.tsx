'use client'
import { CirclePause } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { useRestore } from '@/components/members/use-suspension'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { Profile } from './person-queries'

/** Of somebody who is suspended: since when, by whom, and the way back. */
export function SuspendedBanner({ profile: { member, suspendedBy } }: { profile: Profile }) {
  const denial = useDenial()
  const restore = useRestore()
  if (member.endedAt || !member.suspendedAt) return null
  return (
    <Banner
      tone="warning"
      className="mt-4"
      icon={<CirclePause />}
      title={
        <>
          Suspended <Time at={member.suspendedAt} />
          {suspendedBy && (
            <>
              {' '}
              by <bdi>{suspendedBy.name}</bdi>
            </>
          )}
        </>
      }
      action={
        <Button disabledReason={denial('member.restore')} onClick={() => restore(member)}>
          Restore…
        </Button>
      }
    >
      Sessions ended then, and API keys are refused. Restored, <bdi>{member.name}</bdi> has exactly
      the access of before.
    </Banner>
  )
}
