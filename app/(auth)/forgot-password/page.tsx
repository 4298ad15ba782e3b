import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { ForgotPassword } from '@/components/ways-in/forgot-password'
import { readWays } from '@/lib/modules/sessions/queries/read-ways'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Forgot password' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const organizationId = single((await searchParams).organizationId)?.slice(0, 100) ?? null
  const { mail } = await readPublic(readWays, {})
  return (
    <SignedOutLayout host={hostName()}>
      {mail ? (
        <>
          <SignedOutTitle title="Forgot password">
            Enter your email. You get a link by which you set a new password.
          </SignedOutTitle>
          <ForgotPassword organizationId={organizationId} />
        </>
      ) : (
        <SignedOutTitle title="Forgot password">
          Mail is not set up on this server, so it can’t send you a link. Ask whoever runs the
          server: a command there makes one for you. Owners of your organization can’t.
        </SignedOutTitle>
      )}
      <p className="mt-6">
        <LinkButton variant="link" href="/sign-in">
          Back to sign in
        </LinkButton>
      </p>
    </SignedOutLayout>
  )
}
