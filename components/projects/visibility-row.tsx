'use client'
import { useId } from 'react'
import type { ProjectRow } from '@/components/resources/shapes'
import { SettingsRow } from '@/components/settings/settings-row'
import { DisabledReason } from '@/components/ui/disabled-reason'
import { Switch } from '@/components/ui/switch'
import { useVisibility } from './use-visibility'
import { VisibilityEffect } from './visibility-effect'

/** The public switch under Settings, in the documented words. */
export function VisibilityRow({ project }: { project: ProjectRow }) {
  const visibility = useVisibility(project)
  const id = useId()
  return (
    <SettingsRow label="Visibility" about="Public or private.">
      <div className="flex flex-col gap-3">
        <div className="flex items-start gap-2.5">
          <DisabledReason reason={visibility.reason}>
            <Switch
              id={id}
              className="aria-disabled:opacity-60"
              checked={visibility.value}
              onCheckedChange={visibility.choose}
            />
          </DisabledReason>
          <div className="min-w-0">
            <label htmlFor={id}>Allow all users in this cloud to view and edit this project</label>
            {visibility.reason && (
              <p className="text-muted-foreground text-xs">{visibility.reason}</p>
            )}
          </div>
        </div>
        <VisibilityEffect visibility={visibility} />
      </div>
    </SettingsRow>
  )
}
