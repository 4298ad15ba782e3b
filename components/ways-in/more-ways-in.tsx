import { LinkButton } from '@/components/ui/link-button'

type Props = { organizationId: string | null }

/** Below the form: a link by mail instead of the password. */
export const MoreWaysIn = ({ organizationId }: Props) => (
  <LinkButton
    size="large"
    href={`/sign-in/link${organizationId ? `?${new URLSearchParams({ organizationId })}` : ''}`}
    className="mt-4 w-full"
  >
    Sign in with a link by mail
  </LinkButton>
)
