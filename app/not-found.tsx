import { NothingHere } from '@/components/feedback/states'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { BarePage } from '@/components/problems/bare-page'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Nothing here' }

export default function NotFoundPage() {
  return (
    <BarePage>
      <AppliedTheme />
      <NothingHere actions={<LinkButton href="/">Home</LinkButton>} />
    </BarePage>
  )
}
