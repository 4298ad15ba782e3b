import { Button } from '@/components/ui/button'

type Props = {
  label: string
  pendingLabel: string
  pending: boolean
  /** Why it cannot be sent yet; written below. */
  reason?: string | null
}

/** The one button of a signed-out page, as wide as its column. */
export const SubmitLine = ({ label, pendingLabel, pending, reason }: Props) => (
  <div>
    <Button
      type="submit"
      variant="primary"
      size="large"
      className="h-auto min-h-9 w-full min-w-0 shrink whitespace-normal py-1.5 [overflow-wrap:anywhere] max-sm:h-auto max-sm:min-h-11"
      pending={pending}
      pendingLabel={pendingLabel}
      disabledReason={reason}
    >
      {label}
    </Button>
    {reason && <p className="mt-2 text-center text-muted-foreground text-xs">{reason}</p>}
  </div>
)
