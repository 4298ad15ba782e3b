'use client'
import { useState } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { ChangePassword } from './change-password'
import { useOwnAccount } from './own-account'

/** One's own password: never shown, only since when it is, and a way to change it. */
export function AccountPassword() {
  const account = useOwnAccount()
  const [open, setOpen] = useState(false)
  const changed = account?.passwordChangedAt
  return (
    <SettingsRow label="Password" about="A new one signs you out everywhere else.">
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => setOpen(true)}>
          {account?.hasPassword === false ? 'Set a password…' : 'Change password…'}
        </Button>
        {changed && (
          <span className="text-muted-foreground">
            Changed <Time at={changed} />
          </span>
        )}
      </div>
      {open && <ChangePassword onClose={() => setOpen(false)} />}
    </SettingsRow>
  )
}
