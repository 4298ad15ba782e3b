'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { notify } from '@/components/feedback/notify'
import { AppShell } from '@/components/layout/app-shell'
import { Operations } from '@/components/operations/operations'
import { lazily } from '@/components/ui/lazily'
import { dropDrafts } from '@/lib/client/drafts'
import { leave, useUnsaved } from '@/lib/client/leaving'
import { noAnswer } from '@/lib/client/problem-error'
import { signOutHere } from '@/lib/client/sign-in'
import type { Denials } from '@/lib/domain/decide'
import { currentOrganizationQuery } from './current-organization'
import { navOf } from './nav'
import { ProgressLine } from './progress-line'
import { useLinks } from './use-links'
import { useRefusedReads } from './use-refused-reads'

const DeletionBanner = lazily(() => import('./deletion-banner').then((m) => m.DeletionBanner))

type Props = {
  organizationId: string
  /** The role that the server rendered for, and what it does not let one do. */
  rendered: { role: string; denials: Denials }
  children: ReactNode
}

/** The signed-in frame. Whoever looks is read anew with the window's focus, so a role taken away shows. */
export function ConsoleFrame({ organizationId, rendered, children }: Props) {
  const { data, refetch } = useSuspenseQuery({
    ...currentOrganizationQuery(organizationId),
    // Another tab may have switched the organization meanwhile.
    refetchOnWindowFocus: 'always',
  })
  const { organization, self } = data
  const denials = rendered.role === self.role ? rendered.denials : null
  useRefusedReads(organizationId, refetch)
  useFreshPages(self.role)
  useLinks()
  useEffect(() => dropDrafts({ organizationId, identityId: self.id }), [organizationId, self.id])
  useEffect(() => {
    // A browser may show a page again as it was left: whoever looks now may be somebody else.
    const again = ({ persisted }: PageTransitionEvent) => persisted && location.reload()
    addEventListener('pageshow', again)
    return () => removeEventListener('pageshow', again)
  }, [])
  return (
    <AppShell
      viewer={{
        organizationId,
        organizationName: organization.name,
        role: self.role,
        denials,
        identityId: self.id,
        name: self.name,
        email: self.email,
      }}
      nav={navOf(data, denials)}
      onSignOut={() => leave(signOut)}
      notice={organization.deletion && <DeletionBanner deletion={organization.deletion} />}
    >
      {children}
      <Operations />
      <ProgressLine />
    </AppShell>
  )
}

/** What the server rendered for another role is rendered again, once nothing typed is lost with it. */
function useFreshPages(role: string) {
  const router = useRouter()
  const [rendered, setRendered] = useState(role)
  const unsaved = useUnsaved()
  useEffect(() => {
    if (role === rendered || unsaved) return
    setRendered(role)
    router.refresh()
  }, [role, rendered, unsaved, router])
}

async function signOut() {
  if (await signOutHere()) return
  const detail = 'Signing out did not work. You are still signed in.'
  notify.problem({ ...noAnswer, detail }, { retry: signOut })
}
