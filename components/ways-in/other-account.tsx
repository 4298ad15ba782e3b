import { SwitchAccount } from '@/components/acceptance/switch-account'
import { Banner } from '@/components/feedback/banner'

type Props = { email: string; signedInAs: string; back: string }

/** A link of one account in a browser that is signed in to another: told, and signed out of before. */
export const OtherAccount = ({ email, signedInAs, back }: Props) => (
  <div className="flex flex-col gap-4">
    <Banner tone="warning" title={`This link is for ${email}. You are signed in as ${signedInAs}.`}>
      Sign out here to go on. Other browsers stay signed in.
    </Banner>
    <SwitchAccount back={back} label="Sign out and go on" pendingLabel="Signing out…" />
  </div>
)
