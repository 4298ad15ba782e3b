'use client'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { useSwitch } from '@/components/organizations/use-switch'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { MoreWaysIn } from '@/components/ways-in/more-ways-in'
import { isolated } from '@/lib/domain/isolated'
import { AskInvitation } from './ask-invitation'
import { SwitchAccount } from './switch-account'

type Place = { id: string; name: string }
/** The answer of `organization.open_registration`, but for those who are there already. */
export type Opened =
  | { state: 'signed_out' }
  | { state: 'elsewhere' | 'suspended'; wanted: Place; present: Place }
  | { state: 'none'; email: string; present: Place }

type Props = {
  opened: Opened
  organizationId: string
  /** This very link, for after a sign-in. */
  here: string
  /** Where one begins once one is in. */
  to: string
  /** What the installation offers. */
  ways: { mail: boolean; emailLink: boolean; registration: boolean }
}

/** What the link of one organization leads to. */
export function OrganizationLink({ opened, organizationId, here, to, ways }: Props) {
  if (opened.state === 'signed_out') return <Members {...{ organizationId, here, ways }} />
  if (opened.state === 'none') return <Stranger {...{ ...opened, organizationId, here, ways }} />
  return opened.state === 'elsewhere' ? (
    <Elsewhere {...opened} to={to} />
  ) : (
    <Suspended {...opened} />
  )
}

/** Nothing is said of the organization: whoever looks may be anybody. */
const Members = ({
  organizationId,
  here,
  ways,
}: Pick<Props, 'organizationId' | 'here' | 'ways'>) => (
  <>
    <SignedOutTitle title="Sign in">
      This link leads to one organization. Its members sign in here.
    </SignedOutTitle>
    <SignInForm to={here} organizationId={organizationId} />
    {ways.emailLink && <MoreWaysIn organizationId={organizationId} />}
    <div className="mt-6 text-base text-foreground-2">
      Not a member yet? An owner of the organization must invite your address; you join by the link
      in the invitation. {ways.mail && <AskInvitation organizationId={organizationId} />}
      {ways.registration && <MakeOwn />}
    </div>
  </>
)

const MakeOwn = () => (
  <p className="mt-2">
    Or{' '}
    <LinkButton variant="link" className="text-base" href="/register">
      make an organization of your own
    </LinkButton>
    .
  </p>
)

type Signed = { wanted: Place; present: Place }

function Elsewhere({ wanted, present, to }: Signed & Pick<Props, 'to'>) {
  const { run, pending, problem } = useSwitch()
  return (
    <>
      <SignedOutTitle title={`This link is for ${isolated(wanted.name)}`}>
        You are signed in to <bdi>{present.name}</bdi>.
      </SignedOutTitle>
      <div className="flex flex-col gap-4">
        <FormProblem problem={problem} />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            className="h-auto min-h-8 min-w-0 shrink whitespace-normal py-1 [overflow-wrap:anywhere] max-sm:h-auto max-sm:min-h-11"
            pending={pending !== null}
            pendingLabel="Switching…"
            onClick={() => run(wanted.id, to)}
          >
            Switch to {isolated(wanted.name)}
          </Button>
          <Stay present={present} />
        </div>
      </div>
    </>
  )
}

const Suspended = ({ wanted, present }: Signed) => (
  <>
    <SignedOutTitle title={`You are suspended in ${isolated(wanted.name)}`}>
      Ask an owner there. You are signed in to <bdi>{present.name}</bdi>.
    </SignedOutTitle>
    <Stay present={present} />
  </>
)

type StrangerProps = { email: string; present: Place } & Pick<
  Props,
  'organizationId' | 'here' | 'ways'
>

const Stranger = ({ email, present, organizationId, here, ways }: StrangerProps) => (
  <>
    <SignedOutTitle title="You need an invitation to join">
      An owner of the organization must invite{' '}
      <bdi className="[overflow-wrap:anywhere]">{email}</bdi>; you join by the link in the
      invitation. You are signed in to <bdi>{present.name}</bdi>.
    </SignedOutTitle>
    <div className="flex flex-wrap items-start gap-2">
      <Stay present={present} />
      <SwitchAccount back={here} />
    </div>
    {ways.mail && (
      <div className="mt-6 text-base text-foreground-2">
        Invited already? <AskInvitation organizationId={organizationId} email={email} />
      </div>
    )}
  </>
)

const Stay = ({ present }: { present: Place }) => (
  <LinkButton
    href="/"
    prefetch={false}
    className="h-auto min-h-8 min-w-0 shrink whitespace-normal py-1 [overflow-wrap:anywhere] max-sm:h-auto max-sm:min-h-11"
  >
    Stay in {isolated(present.name)}
  </LinkButton>
)
