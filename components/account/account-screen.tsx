'use client'
import Link from 'next/link'
import { RoleChip } from '@/components/access/role-chip'
import { useViewer } from '@/components/access/viewer'
import { Security } from '@/components/factors/security'
import { PageBody, PageHeader } from '@/components/layout/page'
import { SettingsRow } from '@/components/settings/settings-row'
import { AccountEmail } from './account-email'
import { AccountName } from './account-name'
import { AccountPassword } from './account-password'
import { Leave } from './leave'
import { OwnKeys } from './own-keys'
import { SessionsFact } from './sessions-fact'

/** /account: one's own name, sessions and keys, and the way out. */
export function AccountScreen() {
  const { role, organizationName } = useViewer()
  return (
    <>
      <PageHeader title="Account" api={{ method: 'GET', path: '/api/v2/userinfo/' }} />
      <PageBody className="border-t pt-0">
        <div className="max-w-212">
          <AccountName />
          <AccountEmail />
          <AccountPassword />
          <SettingsRow
            label="Role"
            about={
              <>
                In <bdi>{organizationName}</bdi>.
              </>
            }
          >
            <div className="flex items-center gap-3">
              <RoleChip role={role} />
              <Link
                href="/my-access"
                className="tap text-primary-text underline underline-offset-2"
              >
                What you may do
              </Link>
            </div>
          </SettingsRow>
          <Security />
          <SessionsFact />
          <OwnKeys />
          <Leave />
        </div>
      </PageBody>
    </>
  )
}
