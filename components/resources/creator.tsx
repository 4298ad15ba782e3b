import { Avatar } from '@/components/access/avatar'
import { Truncate } from '@/components/ui/truncate'
import type { CreatedBy } from './shapes'

/** Whoever made a thing; "Removed user" once they are gone (facts §1.3). */
export const CreatorName = ({ creator }: { creator: CreatedBy }) =>
  creator.removed ? (
    <span className="flex min-w-0 items-center gap-2 text-muted-foreground">
      <Avatar id={creator.id} name="" kind="removed" />
      Removed user
    </span>
  ) : (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar id={creator.id} name={creator.name} />
      <Truncate>{creator.name}</Truncate>
    </span>
  )
