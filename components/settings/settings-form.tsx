import type { ReactNode } from 'react'
import { PageBody } from '@/components/layout/page'
import { SaveBar } from './save-bar'

type Props = {
  /** Names of the fields that differ from what is stored. */
  fields: readonly string[]
  pending: boolean
  onSave: (form: HTMLFormElement) => void
  onDiscard: () => void
  children: ReactNode
}

/** A page of settings, and at its foot saving what differs. */
export const SettingsForm = ({ fields, pending, onSave, onDiscard, children }: Props) => (
  <form
    noValidate
    className="flex min-h-0 flex-1 flex-col"
    onSubmit={(event) => {
      event.preventDefault()
      if (fields.length > 0) onSave(event.currentTarget)
    }}
  >
    <PageBody className="pt-0">
      <div className="max-w-212">{children}</div>
    </PageBody>
    <SaveBar fields={fields} pending={pending} onDiscard={onDiscard} />
  </form>
)
