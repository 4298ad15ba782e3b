import { KeyRound, MailX, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OrganizationRole } from '@/lib/domain/permissions'
import { rightsBeyond } from './role-words'

type Props = { name: string; from: OrganizationRole; to: OrganizationRole }

/** What follows from another role, in the words of the permission table, before the button. */
export const RoleChanges = ({ name, from, to }: Props) => (
  <section aria-labelledby="what-changes" className="border-t px-5 py-4">
    <h3 id="what-changes" className="font-medium text-muted-foreground">
      What changes
    </h3>
    <ul className="mt-1 flex flex-col gap-1">
      {rightsBeyond(to, from).map((right) => (
        <Change key={right} icon={<Plus className="text-success-text" />}>
          Can {right}
        </Change>
      ))}
      {rightsBeyond(from, to).map((right) => (
        <Change key={right} icon={<Minus className="text-destructive-text" />}>
          Can no longer {right}
        </Change>
      ))}
      {from === 'owner' && (
        <Change icon={<MailX className="text-destructive-text" />}>
          Pending invitations to the owner role that <bdi>{name}</bdi> sent are revoked.
        </Change>
      )}
      <Change icon={<KeyRound className="text-muted-foreground" />}>
        <span className="text-foreground-2">
          Keys and sessions stay. Takes effect at the next request.
        </span>
      </Change>
    </ul>
  </section>
)

const Change = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="flex gap-2">
    <span className="mt-0.5">{icon}</span>
    <span className="min-w-0">{children}</span>
  </li>
)
