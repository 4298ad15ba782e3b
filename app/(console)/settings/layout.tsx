import type { ReactNode } from 'react'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { organizationDetails } from '@/lib/modules/organizations/queries/organization-details'
import { read } from '@/lib/transport/page'
import { refusedToOthers } from '../users/refused'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const refused = await refusedToOthers(await read(organizationDetails, {}))
  return refused ?? <SettingsFrame>{children}</SettingsFrame>
}
