import { NothingHere } from '@/components/feedback/states'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Nothing here' }

/** Inside the frame: the sidebar stays. */
export default function ConsoleNotFoundPage() {
  return (
    <>
      <AppliedTheme />
      <NothingHere actions={<LinkButton href="/">Home</LinkButton>} />
    </>
  )
}
