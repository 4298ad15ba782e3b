'use client'
import { useLeft } from '@/components/account/left'
import { Banner } from '@/components/feedback/banner'

/** After leaving an organization: what to do now. */
export function LeftNotice({ children }: { children: string }) {
  const name = useLeft()
  return (
    <Banner
      tone="info"
      className="mb-4"
      title={<>You left {name ? <bdi>{name}</bdi> : 'the organization'}.</>}
    >
      {children}
    </Banner>
  )
}
