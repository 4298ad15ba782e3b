'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMaybeViewer } from '@/components/access/viewer'
import { LinkButton } from '@/components/ui/link-button'
import { keepDrafts } from '@/lib/client/drafts'

/** To sign in and back to this very page; what was typed waits there. */
export function SignInAgain() {
  const organizationId = useMaybeViewer()?.organizationId
  const path = usePathname()
  const search = useSearchParams().toString()
  const here = search ? `${path}?${search}` : path
  return (
    <LinkButton
      variant="primary"
      size="small"
      href={`/sign-in?${new URLSearchParams({ to: here, ...(organizationId && { organizationId }) })}`}
      prefetch={false}
      onClick={keepDrafts}
    >
      Sign in
    </LinkButton>
  )
}
