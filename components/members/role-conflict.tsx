import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'

type Props = {
  /** The problem's sentence. */
  detail: string
  was: OrganizationRole
  theirs: OrganizationRole
  yours: OrganizationRole
  onKeepTheirs: () => void
  onSaveMine: () => void
  pending: boolean
}

/** Somebody else saved first: both values, and the choice between them. */
export const RoleConflict = ({ detail, was, theirs, yours, ...rest }: Props) => (
  <div className="border-b px-5 py-4">
    <Banner tone="warning" title="Somebody else changed this first">
      {detail} This is what differs.
    </Banner>
    <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 border-b py-2 sm:grid-cols-[1fr_2fr_2fr_2fr]">
      <dt className="text-muted-foreground max-sm:col-span-2">Role</dt>
      <Value label="was" value={roleLabels[was]} />
      <Value label="theirs" value={roleLabels[theirs]} strong />
      <Value label="yours" value={roleLabels[yours]} strong />
    </dl>
    <div className="mt-3 flex justify-end gap-2">
      <Button onClick={rest.onKeepTheirs}>Keep theirs</Button>
      <Button
        variant="primary"
        pending={rest.pending}
        pendingLabel="Saving…"
        onClick={rest.onSaveMine}
      >
        Save mine
      </Button>
    </div>
  </div>
)

const Value = (props: { label: string; value: string; strong?: boolean }) => (
  <dd className="text-muted-foreground max-sm:col-span-2">
    {props.label}{' '}
    <span className={props.strong ? 'font-medium text-foreground' : undefined}>{props.value}</span>
  </dd>
)
