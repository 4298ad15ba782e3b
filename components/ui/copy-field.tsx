'use client'
import { cn } from './cn'
import { CopyButton } from './copy-button'

type Props = {
  value: string
  /** What it is: "user ID", "invitation link". Names the field and its button. */
  label: string
  /** "inside": a glyph in the field. "beside": a button with words. */
  button?: 'inside' | 'beside'
  onCopied?: () => void
  className?: string
}

/** A mono, read-only, selectable value with a way to copy it. */
export const CopyField = ({ value, label, button = 'inside', onCopied, className }: Props) => (
  <div className={cn('flex min-w-0 items-center gap-2', className)}>
    <div className="field-box flex h-7 min-w-0 flex-1 items-center border-border bg-sunken max-sm:h-11">
      <input
        readOnly
        value={value}
        aria-label={label}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        className="h-full min-w-0 flex-1 text-ellipsis rounded-md bg-transparent px-2 font-mono text-foreground-2 text-xs outline-none"
      />
      {button === 'inside' && (
        <CopyButton
          value={value}
          label={label}
          size="icon"
          onCopied={onCopied}
          className="size-6.5"
        />
      )}
    </div>
    {button === 'beside' && <CopyButton value={value} label={label} onCopied={onCopied} />}
  </div>
)
