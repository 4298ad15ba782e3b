'use client'
import { CheckboxLine } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/client/shortcuts'
import { useModifier } from './modifier'
import { shortcutPlaces } from './shortcut-list'

/** "?": every shortcut, by place, and the switch for those that are letters. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const letters = useShortcutsEnabled()
  const { word } = useModifier()
  return (
    <Dialog open onOpenChange={onClose} size="large" title="Keyboard shortcuts">
      <div className="flex flex-col gap-4">
        <CheckboxLine id="letter-shortcuts" checked={letters} onCheckedChange={setShortcutsEnabled}>
          Letter shortcuts
          <span className="block text-muted-foreground text-xs">
            When off, letters and signs do nothing on their own.
          </span>
        </CheckboxLine>
        <div className="gap-x-8 sm:columns-2">
          {shortcutPlaces(word).map(({ place, shortcuts }) => (
            <section key={place} className="mb-4 break-inside-avoid">
              <h3 className="pb-1 font-medium text-muted-foreground text-xs">{place}</h3>
              <dl>
                {shortcuts.map(({ keys, what, letter }) => (
                  <div
                    key={what}
                    className={cn(
                      'flex items-center justify-between gap-4 border-border-subtle border-b py-1.5',
                      letter && !letters && 'text-muted-foreground line-through',
                    )}
                  >
                    <dt>{what}</dt>
                    <dd className="flex shrink-0 gap-1">
                      {keys.map((key) => (
                        <kbd
                          key={key}
                          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border bg-background px-1 font-medium font-sans text-muted-foreground text-xs dark:bg-accent"
                        >
                          {key}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
