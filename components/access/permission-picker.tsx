'use client'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { Picker, PickerList } from './picker'

const levels = ['project', 'cloud', 'organization'] as const
const names = { project: 'In a project', cloud: 'On a cloud', organization: 'In the organization' }

type Props = {
  permission: Permission
  /** A label of the policy as it is said here. */
  say?: (label: string) => string
  only?: (permission: Permission) => boolean
  onChoose: (permission: Permission) => void
}

/** What may be done, in the words of the policy. */
export const PermissionPicker = ({ permission, onChoose, say = (l) => l, only }: Props) => (
  <Picker label="Permission" words={say(entryOf(permission).label)} chosen>
    {(close) => (
      <PickerList
        label="Permission"
        placeholder="What may be done"
        empty="Nothing is called so"
        groups={levels.map((level) => ({
          label: names[level],
          options: permissionNames
            .filter((name) => entryOf(name).level === level && (!only || only(name)))
            .map((value) => ({ value, label: say(entryOf(value).label), hint: value })),
        }))}
        onChoose={(value) => {
          onChoose(value as Permission)
          close()
        }}
      />
    )}
  </Picker>
)
