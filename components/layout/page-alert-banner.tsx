'use client'
import { ArrowLeftRight, WifiOff } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { useOnline, usePageAlert } from '@/lib/client/page-alert'

/** What concerns the whole page, one at a time, the worst first. */
export function PageAlertBanner({ organizationName }: { organizationName: string }) {
  const alert = usePageAlert()
  const online = useOnline()
  if (alert === 'unauthenticated') return <SignInExpired />
  if (alert === 'wrong_organization') {
    return (
      <Framed>
        <Banner
          tone="warning"
          title="You switched organization in another tab"
          icon={<ArrowLeftRight />}
          action={
            <Button size="small" onClick={() => location.reload()}>
              Reload
            </Button>
          }
        >
          This tab still shows {organizationName}. Nothing can be saved here.
        </Banner>
      </Framed>
    )
  }
  if (online && alert === 'not_loaded') return <NotLoaded />
  if (online) return null
  return (
    <Framed>
      <Banner tone="info" title="No connection" icon={<WifiOff />}>
        Showing what was loaded before. Nothing can be saved now.
      </Banner>
    </Framed>
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
      It is tried again by itself. What you have typed is lost by a reload.
    </Banner>
  </Framed>
)

const Framed = ({ children }: { children: React.ReactNode }) => (
  <div className="px-(--gutter) pt-4">{children}</div>
)

function SignInExpired() {
  const path = usePathname()
  const search = useSearchParams().toString()
  const here = search ? `${path}?${search}` : path
  return (
    <Framed>
      <Banner
        tone="error"
        title="Sign-in expired"
        action={
          <LinkButton
            variant="primary"
            size="small"
            href={`/sign-in?to=${encodeURIComponent(here)}`}
            target="_blank" // what was typed here stays
          >
            Sign in
          </LinkButton>
        }
      >
        Your text is kept.
      </Banner>
    </Framed>
  )
}
