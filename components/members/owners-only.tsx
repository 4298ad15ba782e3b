import { NotAllowed } from '@/components/feedback/state'
import { LinkButton } from '@/components/ui/link-button'
import { plural } from '@/lib/client/words'

type Props = { organizationName: string; owners: { names: readonly string[]; count: number } }

/** The 403 page of what only owners may see: who the reader is, and who can change that. */
export function OwnersOnly({ organizationName, owners }: Props) {
  const [first] = owners.names
  const others = owners.count - 1
  return (
    <NotAllowed
      title="This page is for organization owners"
      actions={<LinkButton href="/my-access">My access</LinkButton>}
    >
      You are a collaborator in <bdi>{organizationName}</bdi>.{' '}
      {first && (
        <>
          <bdi>{first}</bdi>
          {others > 0 && ` and ${plural(others, 'other owner')}`} can change that.
        </>
      )}
    </NotAllowed>
  )
}
