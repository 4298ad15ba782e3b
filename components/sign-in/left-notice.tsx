'use client'
import { useLeft } from '@/components/account/left'
import { Banner } from '@/components/feedback/banner'

/** After leaving an organization. */
export function LeftNotice() {
  const name = useLeft()
  return (
    <Banner
      tone="info"
      className="mb-4"
      title={<>You left {name ? <bdi>{name}</bdi> : 'the organization'}.</>}
    >
      Sign in to another one, or ask an owner for a new invitation.
    </Banner>
  )
}
