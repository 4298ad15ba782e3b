import Link from 'next/link'
import { Avatar } from '@/components/access/avatar'
import { Time } from '@/components/ui/time'
import { tip } from '@/components/ui/tooltip'
import { formatCount, plural } from '@/lib/client/words'
import type { Details } from './details'
import { SettingsRow } from './settings-row'

const link = 'tap text-primary-text underline underline-offset-2'

/** Owners, people, and since when. */
export const PeopleFacts = ({ details: { owners, people, createdAt } }: { details: Details }) => (
  <>
    <SettingsRow label="Owners" about="At least one must remain. Two or more is safer.">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <ul aria-label="Owners" className="flex gap-1">
          {owners.first.map(({ id, name }) => (
            <li key={id}>
              <Link
                href={`/users/${id}`}
                aria-label={name}
                {...tip(name)}
                className="tap block rounded-full"
              >
                <Avatar id={id} name={name} size={24} />
              </Link>
            </li>
          ))}
        </ul>
        <span>{plural(owners.count, 'owner')}</span>
        <Link href="/users?role=owner" className={link}>
          Show
        </Link>
      </div>
      {owners.count === 1 && (
        <p className="mt-1.5 text-warning-text">
          Only one owner: if they lose access, nobody can manage this organization.
        </p>
      )}
    </SettingsRow>
    <SettingsRow label="People" about="Everybody in the organization, owners included.">
      <Link href="/users" className={link}>
        {formatCount(people)} {people === 1 ? 'person' : 'people'}
      </Link>
    </SettingsRow>
    <SettingsRow label="Created on">
      <Time at={createdAt} />
    </SettingsRow>
  </>
)
