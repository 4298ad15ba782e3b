import Link from 'next/link'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  organizationId: string | null
  /** Whether links by mail sign in here. */
  emailLink: boolean
}

/** Below the form: what to do without the password. */
export function MoreWaysIn({ organizationId, emailLink }: Props) {
  const query = organizationId ? `?${new URLSearchParams({ organizationId })}` : ''
  return (
    <div className="mt-4 flex flex-col gap-4">
      {emailLink && (
        <LinkButton size="large" href={`/sign-in/link${query}`} className="w-full">
          Sign in with a link by mail
        </LinkButton>
      )}
      <Link
        href={`/forgot-password${query}`}
        className="tap self-start text-base text-primary-text underline underline-offset-2"
      >
        Forgot password
      </Link>
    </div>
  )
}
