import { Banner } from '@/components/feedback/banner'
import { Time } from '@/components/ui/time'
import type { Profile } from './person-queries'

/** Of somebody who is no member any more: since when, and by whom. */
export function RemovedBanner({ profile: { member, removedBy } }: { profile: Profile }) {
  if (!member.endedAt) return null
  const self = removedBy?.id === member.id
  return (
    <Banner
      tone="info"
      className="mt-4"
      title={
        <>
          {self ? 'Left' : 'Removed'} <Time at={member.endedAt} />
          {removedBy && !self && (
            <>
              {' '}
              by <bdi>{removedBy.name}</bdi>
            </>
          )}
        </>
      }
    >
      Sessions and API keys ended then. A new invitation brings <bdi>{member.name}</bdi> back, with
      a new user ID and none of these roles.
    </Banner>
  )
}
