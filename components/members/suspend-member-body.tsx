'use client'
import { CirclePause, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { useNow } from '@/lib/client/clock'
import { plural } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/roles'
import { PreviewedBody, type PreviewedProps } from './previewed-body'
import { Broken, KeyList, type RemovalPreview, usedLately } from './removal-consequences'

type Props = Omit<PreviewedProps<RemovalPreview>, 'children' | 'goneWords'>

/** What a suspension means, or why it may not be. */
export const SuspendMemberBody = (props: Props) => (
  <PreviewedBody {...props} goneWords="There is nobody to suspend.">
    {(preview) => <Consequences preview={preview} />}
  </PreviewedBody>
)

/** Ends at once, Will break, Waits, Keeps. */
function Consequences({ preview }: { preview: RemovalPreview }): ReactNode {
  const { member, sessions, keys, invitations } = preview
  const used = usedLately(keys, useNow() ?? 0)
  return (
    <>
      <ConsequenceGroups
        groups={[
          { kind: 'ends', body: `${plural(sessions, 'session')}.` },
          ...(used.length > 0 ? [{ kind: 'breaks' as const, body: <Broken keys={used} /> }] : []),
          {
            title: 'Waits',
            icon: <CirclePause className="text-muted-foreground" />,
            body: (
              <>
                <p>The role {roleLabels[member.role]} in this organization.</p>
                {keys.length > 0 && (
                  <p>
                    <KeyList keys={keys} />. Refused until then.
                  </p>
                )}
                {invitations.length > 0 && (
                  <p>
                    {plural(invitations.length, 'pending invitation')} to the owner role:{' '}
                    {invitations.map(({ email }) => email).join(', ')}.
                  </p>
                )}
              </>
            ),
          },
          {
            title: 'Keeps',
            icon: <History className="text-muted-foreground" />,
            body: 'User ID, name and history.',
          },
        ]}
      />
      <p>
        Nothing is lost: restored, <bdi>{member.name}</bdi> has exactly the access of before, and
        signs in again.
      </p>
    </>
  )
}
