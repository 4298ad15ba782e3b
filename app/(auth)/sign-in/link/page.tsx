import { redirect } from 'next/navigation'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { AskSignInLink } from '@/components/ways-in/ask-sign-in-link'
import { readWays } from '@/lib/modules/sessions/queries/read-ways'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Sign in by mail' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInLinkPage({ searchParams }: Props) {
  const organizationId = single((await searchParams).organizationId)?.slice(0, 100) ?? null
  if (!(await readPublic(readWays, {})).emailLink) redirect('/sign-in')
  return (
    <SignedOutLayout host={hostName()}>
      <SignedOutTitle title="Sign in by mail">
        Enter your email. You get a link that signs you in.
      </SignedOutTitle>
      <AskSignInLink organizationId={organizationId} />
      <p className="mt-6">
        <LinkButton variant="link" href="/sign-in">
          Back to sign in
        </LinkButton>
      </p>
    </SignedOutLayout>
  )
}
