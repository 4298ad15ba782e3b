import { NothingHere } from '@/components/feedback/state'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { BarePage } from '@/components/problems/bare-page'
import { buttonLook } from '@/components/ui/button-look'

export const metadata = { title: 'Nothing here' }

export default function NotFoundPage() {
  return (
    <BarePage>
      <AppliedTheme />
      <NothingHere
        actions={
          <a href="/" className={buttonLook()}>
            Home
          </a>
        }
      />
    </BarePage>
  )
}
