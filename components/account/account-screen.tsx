'use client'
import Link from 'next/link'
import { RoleChip } from '@/components/access/role-chip'
import { useViewer } from '@/components/access/viewer'
import { PageBody, PageHeader } from '@/components/layout/page'
import { SettingsRow } from '@/components/settings/settings-row'
import { CopyField } from '@/components/ui/copy-field'
import { AccountName } from './account-name'
import { Leave } from './leave'
import { OwnKeys } from './own-keys'
import { SessionsFact } from './sessions-fact'

/** /account: one's own name, sessions and keys, and the way out. */
export function AccountScreen() {
  const { email, role, organizationName } = useViewer()
  return (
    <>
      <PageHeader title="Account" api={{ method: 'GET', path: '/api/v2/userinfo/' }} />
      <PageBody className="border-t pt-0">
        <div className="max-w-212">
          <AccountName />
          <SettingsRow label="Email" about="You sign in with it. It can’t be changed here.">
            <CopyField value={email} label="email" />
          </SettingsRow>
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
          <SessionsFact />
          <OwnKeys />
          <Leave />
        </div>
      </PageBody>
    </>
  )
}
