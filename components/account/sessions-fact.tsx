'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useViewer } from '@/components/access/viewer'
import { SettingsRow } from '@/components/settings/settings-row'
import { plural } from '@/lib/client/words'
import { ownSessionsQuery } from './own-session-list'

/** How many browsers are signed in, and the way to them. */
export function SessionsFact() {
  const { organizationId } = useViewer()
  const { data } = useQuery(ownSessionsQuery(organizationId))
  return (
    <SettingsRow label="Sessions" about="The browsers in which you are signed in.">
      <div className="flex items-center gap-3">
        {data && <span>{plural(data.rows.length, 'session')}</span>}
        <Link
          href="/account/sessions"
          className="tap text-primary-text underline underline-offset-2"
        >
          Show sessions
        </Link>
      </div>
    </SettingsRow>
  )
}
