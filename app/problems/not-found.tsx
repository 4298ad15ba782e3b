import { State } from '@/components/feedback/states'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Nothing here' }

export default function NoSuchProblemPage() {
  return (
    <>
      <AppliedTheme />
      <State
        page
        title="There is no such problem"
        actions={<LinkButton href="/problems">Problems</LinkButton>}
      >
        No answer of this console has this type.
      </State>
    </>
  )
}
