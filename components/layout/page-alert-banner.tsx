'use client'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { useConnection } from '@/lib/client/connection'
import { usePageAlert } from '@/lib/client/page-alert'
import { ConnectionBanner } from './connection-banner'

const SignInAgain = lazily(
  () => import('@/components/feedback/sign-in-again').then((m) => m.SignInAgain),
  { soon: true },
)

const LeftBehind = lazily(
  () => import('@/components/organizations/left-behind').then((m) => m.LeftBehind),
  { soon: true },
)

/** What concerns the whole page, one at a time, the worst first. */
export function PageAlertBanner() {
  const alert = usePageAlert()
  const online = useConnection() === 'online'
  if (alert === 'unauthenticated') {
    return (
      <Framed>
        <Banner tone="error" title="Sign-in expired" action={<SignInAgain />}>
          What you typed is kept.
        </Banner>
      </Framed>
    )
  }
  if (alert === 'wrong_organization') {
    return (
      <Framed>
        <LeftBehind />
      </Framed>
    )
  }
  return (
    <>
      {online && alert === 'not_loaded' && <NotLoaded />}
      <ConnectionBanner />
    </>
  )
}

const NotLoaded = () => (
  <Framed>
    <Banner
      tone="warning"
      title="A part of this page could not be loaded"
      action={
        <Button size="small" onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      It is tried again by itself. What you typed is kept when you reload.
    </Banner>
  </Framed>
)

const Framed = ({ children }: { children: React.ReactNode }) => (
  <div className="px-(--gutter) pt-4">{children}</div>
)
