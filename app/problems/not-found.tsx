import { State } from '@/components/feedback/state'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { buttonLook } from '@/components/ui/button-look'

export const metadata = { title: 'Nothing here' }

export default function NoSuchProblemPage() {
  return (
    <>
      <AppliedTheme />
      <State
        page
        title="There is no such problem"
        actions={
          <a href="/problems" className={buttonLook()}>
            Problems
          </a>
        }
      >
        No answer of this console has this type.
      </State>
    </>
  )
}
