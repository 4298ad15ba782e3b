'use client'
import { useQuery } from '@tanstack/react-query'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { answerOf } from '@/lib/client/answer-of'
import { keepDrafts } from '@/lib/client/drafts'
import type { IdentityCheck } from '@/lib/client/identity-check'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { signOutHere } from '@/lib/client/sign-in'
import { beginConfirmPasskeyAction, confirmSessionAction } from '@/lib/transport/actions/factors'
import { ProofForm } from './proof-form'
import type { ConfirmWays } from './ways'

/** Opens over whatever asked; turning back loses nothing of it. */
export function ConfirmIdentity({ check: { organizationId, answer } }: { check: IdentityCheck }) {
  const { data, error } = useQuery({
    ...consoleQuery<ConfirmWays>(organizationId, 'session.confirm_ways'),
    staleTime: 0,
    gcTime: 0,
  })
  const ways = data && [...data.ways, ...(data.password ? (['password'] as const) : [])]
  return (
    <Dialog
      open
      size="small"
      onOpenChange={() => answer(false)}
      title="Confirm that it is you"
      description="This is risky, and you signed in a while ago. It is asked again after ten minutes."
    >
      <ProblemBanner problem={error && problemOf(error)} />
      {!ways && !error && <Skeleton className="h-24 w-full" />}
      {ways && ways.length > 0 && (
        <ProofForm
          email={data.email}
          ways={ways}
          beginPasskey={() => answerOf(() => beginConfirmPasskeyAction(organizationId, {}))}
          prove={async (proof) => {
            const result = await answerOf(() => confirmSessionAction(organizationId, proof))
            if (!result.ok) return result.problem
            answer(true)
            return null
          }}
        />
      )}
      {ways?.length === 0 && <SignInAnew />}
    </Dialog>
  )
}

/** Signed in by a link alone: there is nothing to confirm with but another one. */
const SignInAnew = () => (
  <div className="flex flex-col items-start gap-3 text-foreground-2">
    <p>
      You have neither a password nor a passkey. Sign in again by a link, and come back within ten
      minutes.
    </p>
    <Button
      variant="primary"
      onClick={() => {
        keepDrafts()
        const here = window.location.pathname + window.location.search
        void signOutHere(`/sign-in?to=${encodeURIComponent(here)}`)
      }}
    >
      Sign in again
    </Button>
  </div>
)
