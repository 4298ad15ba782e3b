'use client'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { TypedName } from '@/components/form/typed-name'
import { Skeleton } from '@/components/ui/skeleton'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import { deletionDays, isTypedName } from '@/lib/modules/organizations/organization-rules'
import { requestDeletionAction } from '@/lib/transport/actions/organizations'

/** The answer of `organization.preview_deletion`. */
type Lost = {
  people: number
  sessions: number
  keys: number
  invitations: number
  events: { count: number; more: boolean }
}

type Props = { name: string; onClose: () => void }

/** What is lost, the name typed, and 14 days to think again. */
export function DeleteOrganization({ name, onClose }: Props) {
  const { organizationId } = useViewer()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    ...consoleQuery<Lost>(organizationId, 'organization.preview_deletion'),
    staleTime: 0,
  })
  const command = useCommand(requestDeletionAction, {
    organizationId,
    invalidates: ['organization.details', 'organization.current', 'event.list'],
    onDone: () => {
      notify.done(
        <>
          <bdi className="font-medium">{name}</bdi> will be deleted in {deletionDays} days. Any
          owner can stop it.
        </>,
      )
      onClose()
    },
  })
  const fault = command.problem?.errors?.[0]?.detail
  const reason = isTypedName(typed, name) ? null : 'Type the name of the organization first.'
  return (
    <FormDialog
      open
      size="large"
      onClose={onClose}
      title={`Delete ${isolated(name)}?`}
      description={`In ${deletionDays} days, unless any owner stops it. After that nothing brings it back.`}
      error={fault ? null : command.problem}
      pending={command.pending}
      dirty={false}
      submitTone="destructive"
      submitLabel={`Delete in ${deletionDays} days`}
      pendingLabel="Deleting…"
      submitReason={reason}
      note={reason}
      onSubmit={() => void command.run({ name: typed })}
    >
      <ConsequenceGroups
        groups={[
          { kind: 'ends', title: `Ends in ${deletionDays} days`, body: <Ends lost={data} /> },
          {
            title: 'Stays',
            icon: <History className="text-muted-foreground" />,
            body: 'Its ID, when it was deleted and who asked for it. Accounts that are in other organizations too.',
          },
        ]}
      />
      <TypedName name={name} typed={typed} onType={setTyped} error={fault} />
    </FormDialog>
  )
}

function Ends({ lost }: { lost: Lost | undefined }) {
  if (!lost) return <Skeleton className="my-1 w-2/3" />
  return (
    <>
      The access of {plural(lost.people, 'person', 'people')}, {plural(lost.sessions, 'session')},{' '}
      {plural(lost.keys, 'API key')}, {plural(lost.invitations, 'pending invitation')}, and the
      whole audit log of {lost.events.more && 'more than '}
      {plural(lost.events.count, 'event')}. Download the log first if you need it.
    </>
  )
}
