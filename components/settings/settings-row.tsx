import type { ReactNode } from 'react'

type Props = {
  label: string
  /** One sentence on what it is. */
  about?: ReactNode
  /** Of the control, where the label is its label. */
  htmlFor?: string
  children: ReactNode
}

/** A label at the left and its control, up to 560 px, at the right; below each other in small windows. */
export const SettingsRow = ({ label, about, htmlFor, children }: Props) => (
  <div className="grid gap-x-7 gap-y-2 border-b py-5 last:border-b-0 lg:grid-cols-[16.25rem_minmax(0,35rem)]">
    <div className="min-w-0">
      {htmlFor ? (
        <label htmlFor={htmlFor} className="font-medium">
          {label}
        </label>
      ) : (
        <h2 className="font-medium text-sm tracking-normal">{label}</h2>
      )}
      {about && <p className="text-muted-foreground">{about}</p>}
    </div>
    <div className="min-w-0">{children}</div>
  </div>
)
