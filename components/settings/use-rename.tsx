'use client'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { renameOrganizationAction } from '@/lib/transport/actions/organizations'
import type { Details } from './details'
import { useTexts } from './use-texts'

/** The name of the organization as it is typed, and saving it. */
export function useRename({ name: stored, version }: Details) {
  const { organizationId } = useViewer()
  const command = useCommand(renameOrganizationAction, {
    organizationId,
    invalidates: ['organization.details', 'organization.current'],
    onDone: ({ name }) =>
      notify.done(
        <>
          Saved. The organization is now <bdi className="font-medium">{name}</bdi>.
        </>,
      ),
  })
  return useTexts('organization-name', { name: stored }, version, {
    ...command,
    run: ({ name }, expectedVersion) => command.run({ name, expectedVersion }),
  })
}
