import { NothingHere } from '@/components/feedback/states'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Nothing here' }

/** Inside the frame: the sidebar stays. */
export default function ConsoleNotFoundPage() {
  return <NothingHere actions={<LinkButton href="/">Home</LinkButton>} />
}
