import { rightWords } from '@/components/my-access/right-words'
import { permissionsOf } from '@/lib/domain/decide'
import { permissions } from '@/lib/domain/permissions'
import { roleLabels } from '@/lib/domain/roles'
import type { Offer } from './offer'

/** What joining means, before anything is typed. */
export const OfferFacts = ({ role }: Pick<Offer, 'role'>) => (
  <dl className="mb-6 grid grid-cols-[6.5rem_1fr] gap-y-1.5 border-y py-3.5">
    <dt className="text-muted-foreground">You join as</dt>
    <dd>{roleLabels[role]}</dd>
    <dt className="text-muted-foreground">You can</dt>
    <dd>
      <ul>
        {permissionsOf(role).map((permission) => (
          <li key={permission}>{rightWords(permissions[permission].label)}</li>
        ))}
      </ul>
    </dd>
    <dt className="text-muted-foreground">Owners see</dt>
    <dd>Your name, your email, and when you were last active</dd>
  </dl>
)
