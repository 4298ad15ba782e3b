import { PlaceCheck } from '@/components/console-frame/other-organization'
import { NothingHere } from '@/components/feedback/state'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { buttonLook } from '@/components/ui/button-look'

export const metadata = { title: 'Nothing here' }

/** Inside the frame: the sidebar stays. */
export default function ConsoleNotFoundPage() {
  return (
    <>
      <AppliedTheme />
      <PlaceCheck />
      <NothingHere
        actions={
          <a href="/" className={buttonLook()}>
            Home
          </a>
        }
      />
    </>
  )
}
