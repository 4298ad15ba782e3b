import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyField } from '@/components/ui/copy-field'
import { SettingsRow } from './settings-row'

/** The address that brings people to this organization, and what it does for whom. */
export const RegistrationLink = ({ link }: { link: string }) => (
  <SettingsRow
    label="Registration link"
    about="Brings people to this organization. It lets nobody in by itself."
  >
    <CopyField value={link} label="registration link" />
    <ul className="mt-2 flex flex-col gap-1 text-foreground-2">
      <Line icon={<Check className="text-success-text" />}>Members sign in there.</Line>
      <Line icon={<Minus className="text-muted-foreground" />}>
        Everyone else is told to ask an owner for an invitation. Owners are not named.
      </Line>
    </ul>
  </SettingsRow>
)

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="flex gap-2">
    <span className="mt-0.5">{icon}</span>
    <span className="min-w-0">{children}</span>
  </li>
)
