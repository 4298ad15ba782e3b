import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { sentence } from '@/lib/client/words'
import type { ProblemBody } from '@/lib/domain/problems'
import { type OrganizationLimit, roleLabels } from '@/lib/domain/roles'
import { limitsSaid } from './limit-words'
import { type Choice, limitsChange, roleChanges } from './role-choice'

type Props = {
  /** The problem's sentence. */
  detail: string
  choice: Choice
  /** What the row holds now. */
  context: NonNullable<ProblemBody['context']>
  onKeepTheirs: () => void
  onSaveMine: () => void
  pending: boolean
}

/** Somebody else saved first: both values, and the choice between them. */
export const RoleConflict = ({ detail, choice, context, ...rest }: Props) => (
  <div className="border-b px-5 py-4">
    <Banner tone="warning" title="Somebody else changed this first">
      {detail} This is what differs.
    </Banner>
    <dl className="mt-2 border-b py-2">
      {differing(choice, context).map(({ what, was, theirs, yours }) => (
        <div
          key={what}
          className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 py-1 sm:grid-cols-[5.5rem_2fr_2fr_2fr]"
        >
          <dt className="text-muted-foreground max-sm:col-span-2">{what}</dt>
          <Value label="was" value={was} />
          <Value label="theirs" value={theirs} strong />
          <Value label="yours" value={yours} strong />
        </div>
      ))}
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

/** What one of the two has changed. What only the other one has changed stays theirs. */
function differing(choice: Choice, { role, limits }: Props['context']) {
  const { base } = choice
  const theirRole = role === 'owner' ? 'owner' : 'collaborator'
  const theirLimits = String(limits ?? '')
    .split(',')
    .filter(Boolean) as OrganizationLimit[]
  const said = (some: readonly OrganizationLimit[]) => sentence(limitsSaid(some))
  return [
    (roleChanges(choice) || theirRole !== base.role) && {
      what: 'Role',
      was: roleLabels[base.role],
      theirs: roleLabels[theirRole],
      yours: roleLabels[choice.role],
    },
    (limitsChange(choice) || limitsChange({ ...choice, limits: theirLimits })) && {
      what: 'Deny roles',
      was: said(base.limits),
      theirs: said(theirLimits),
      yours: said(choice.limits),
    },
  ].filter((line) => line !== false)
}

const Value = (props: { label: string; value: string; strong?: boolean }) => (
  <dd className="text-muted-foreground max-sm:col-span-2">
    {props.label}{' '}
    <span className={props.strong ? 'font-medium text-foreground' : undefined}>{props.value}</span>
  </dd>
)
