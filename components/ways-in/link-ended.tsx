import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  sentence: string
  /** Where a new one is asked for. */
  again: { label: string; href: string }
}

/** What a link that serves nobody any more leads to. */
export const LinkEnded = ({ sentence, again }: Props) => (
  <>
    <SignedOutTitle title="This link works no more">{sentence}</SignedOutTitle>
    <LinkButton href={again.href}>{again.label}</LinkButton>
  </>
)
