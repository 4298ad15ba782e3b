import type { ReactNode } from 'react'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { refusedToOthers } from '../users/refused'
import { readDetails } from './details'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const refused = await refusedToOthers((await readDetails()).found)
  return refused ?? <SettingsFrame>{children}</SettingsFrame>
}
