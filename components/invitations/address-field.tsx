'use client'
import { Ban, CircleAlert, RefreshCw, Timer, UserCheck } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { ControlProps } from '@/components/form/field'
import { Chip, type ChipTone } from '@/components/ui/chip'
import type { AddressEntry } from '@/lib/domain/addresses'
import { isFinished, keyOf, type Mark } from './addresses'

type Props = {
  control: ControlProps
  entries: readonly AddressEntry[]
  marks: ReadonlyMap<string, Mark>
  draft: string
  onDraft: (draft: string) => void
  onAdd: (text: string) => void
  onRemove: (key: string) => void
}

const looks: Record<NonNullable<Mark>, { tone: ChipTone; icon: typeof Timer }> = {
  fault: { tone: 'destructive', icon: CircleAlert },
  member: { tone: 'warning', icon: UserCheck },
  outside: { tone: 'warning', icon: Ban },
  limited: { tone: 'warning', icon: Timer },
  invited: { tone: 'outline', icon: RefreshCw },
}

/** Takes addresses typed or pasted in any human way and shows each as a chip. */
export function AddressField({ control, entries, marks, draft, ...on }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const count = entries.length
  useEffect(() => {
    if (count > 0) input.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (draft.trim()) on.onAdd(draft)
    }
    const last = entries.at(-1)
    if (event.key === 'Backspace' && draft === '' && last) on.onRemove(keyOf(last))
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text')
    // A part of an address is pasted into what is being typed.
    if (!/[@\n,;]/.test(text)) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    on.onAdd(draft.slice(0, selectionStart ?? 0) + text + draft.slice(selectionEnd ?? draft.length))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the input inside is the control; this only widens its target
    <div
      className="field-box flex max-h-60 min-h-20 cursor-text flex-wrap content-start gap-1 overflow-y-auto p-1.5 max-sm:max-h-80"
      aria-invalid={control['aria-invalid']}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        input.current?.focus()
      }}
    >
      <ul className="contents">
        {entries.map((entry) => {
          const key = keyOf(entry)
          const mark = marks.get(key) ?? null
          const look = mark && looks[mark]
          return (
            <li key={key} className="min-w-0 max-w-full">
              <Chip
                size="large"
                tone={look?.tone ?? 'quiet'}
                icon={look && <look.icon />}
                removeLabel={`Remove ${key}`}
                onRemove={() => {
                  on.onRemove(key)
                  input.current?.focus()
                }}
              >
                <bdi>{key}</bdi>
              </Chip>
            </li>
          )
        })}
      </ul>
      <input
        {...control}
        ref={input}
        value={draft}
        inputMode="email"
        enterKeyHint="enter"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        placeholder={entries.length === 0 ? 'Type or paste addresses' : undefined}
        onChange={({ target: { value } }) =>
          isFinished(value) ? on.onAdd(value) : on.onDraft(value)
        }
        onKeyDown={keys}
        onPaste={paste}
        className="h-6 min-w-30 flex-1 bg-transparent px-1 text-sm outline-none max-sm:h-11"
      />
    </div>
  )
}
