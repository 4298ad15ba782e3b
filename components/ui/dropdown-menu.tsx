'use client'
import { Check, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu as Radix } from 'radix-ui'
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useRef,
} from 'react'
import { shortcutsEnabled } from '@/lib/client/shortcuts'
import { cn } from './cn'
import { menuBox, menuItem, menuLine } from './menu-styles'

/** Not modal: the page keeps its landmarks and its scroll bar while a menu is open. */
export const DropdownMenu = (props: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root modal={false} {...props} />
)
export const DropdownMenuTrigger = (props: ComponentProps<typeof Radix.Trigger>) => (
  <Radix.Trigger asChild {...props} />
)
export const DropdownMenuSub = Radix.Sub
export const DropdownMenuRadioGroup = Radix.RadioGroup
/** Names the entries below it. */
export const DropdownMenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-muted-foreground text-xs">
    {children}
  </Radix.Label>
)
export const DropdownMenuSeparator = () => <Radix.Separator className={menuLine} />

const Deferred = createContext<(run: () => void) => void>((run) => run())

/** Entries run once the menu is closed and focus is back, so that a dialog they open returns it there. */
export function DropdownMenuContent({
  className,
  onCloseAutoFocus,
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  const chosen = useRef<(() => void) | null>(null)
  return (
    <Radix.Portal>
      <Deferred.Provider
        value={(run) => {
          chosen.current = run
        }}
      >
        <Radix.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          {...rest}
          className={cn(
            menuBox,
            'max-h-(--radix-dropdown-menu-content-available-height)',
            className,
          )}
          onKeyDown={chooseByLetter}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus?.(event)
            const run = chosen.current
            chosen.current = null
            if (run) setTimeout(run)
          }}
        />
      </Deferred.Provider>
    </Radix.Portal>
  )
}

function chooseByLetter(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || !shortcutsEnabled()) return
  if (!/^[a-z]$/i.test(event.key)) return
  const entry = event.currentTarget.querySelector<HTMLElement>(
    `[data-shortcut="${event.key.toLowerCase()}"]`,
  )
  if (!entry) return
  event.preventDefault()
  entry.click()
}

type ItemProps = {
  icon?: ReactNode
  /** A second line, in words. */
  hint?: ReactNode
  /** One letter that chooses it while the menu is open, or a glyph such as "↵". */
  shortcut?: string
  tone?: 'default' | 'destructive'
  /** Keeps the entry visible and focusable, says why, and does nothing. */
  disabledReason?: ReactNode
  onSelect: () => void
  children: ReactNode
}

export function DropdownMenuItem(props: ItemProps) {
  const defer = useContext(Deferred)
  const off = Boolean(props.disabledReason)
  const destructive = props.tone === 'destructive' && !off
  return (
    <Radix.Item
      aria-disabled={off || undefined}
      aria-keyshortcuts={props.shortcut?.length === 1 ? props.shortcut : undefined}
      data-shortcut={off ? undefined : props.shortcut?.toLowerCase()}
      onSelect={(event) => (off ? event.preventDefault() : defer(props.onSelect))}
      className={cn(
        menuItem,
        destructive &&
          'text-destructive-text data-highlighted:bg-destructive-soft [&>.lucide]:text-destructive-text',
        off && 'text-disabled-foreground [&>.lucide]:text-disabled-foreground',
      )}
    >
      {props.icon}
      <EntryText hint={props.disabledReason || props.hint}>{props.children}</EntryText>
      {props.shortcut && (
        <span aria-hidden className="ml-auto pl-4 text-muted-foreground text-xs leading-5">
          {props.shortcut}
        </span>
      )}
    </Radix.Item>
  )
}

const EntryText = ({ children, hint }: { children: ReactNode; hint?: ReactNode }) => (
  <span className="min-w-0 flex-1">
    <span className="block">{children}</span>
    {hint && <span className="block text-muted-foreground text-xs">{hint}</span>}
  </span>
)

type SubTriggerProps = { icon?: ReactNode; value?: string; children: ReactNode }

export const DropdownMenuSubTrigger = ({ icon, value, children }: SubTriggerProps) => (
  <Radix.SubTrigger className={cn(menuItem, 'data-[state=open]:bg-accent')}>
    {icon}
    <span className="flex-1">{children}</span>
    {value && <span className="text-muted-foreground text-xs leading-5">{value}</span>}
    <ChevronRight />
  </Radix.SubTrigger>
)

export const DropdownMenuSubContent = ({ children }: { children: ReactNode }) => (
  <Radix.Portal>
    <Radix.SubContent className={menuBox} sideOffset={4} collisionPadding={8}>
      {children}
    </Radix.SubContent>
  </Radix.Portal>
)

export const DropdownMenuRadioItem = (props: { value: string; children: ReactNode }) => (
  <Radix.RadioItem value={props.value} className={menuItem}>
    <span className="flex-1">{props.children}</span>
    <Radix.ItemIndicator>
      <Check />
    </Radix.ItemIndicator>
  </Radix.RadioItem>
)

type CheckItemProps = {
  icon?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** Keeps it as it is, and says why. */
  disabledReason?: string
  children: ReactNode
}

export const DropdownMenuCheckboxItem = (props: CheckItemProps) => (
  <Radix.CheckboxItem
    checked={props.checked}
    aria-disabled={Boolean(props.disabledReason) || undefined}
    onCheckedChange={(checked) => !props.disabledReason && props.onCheckedChange(checked)}
    onSelect={(event) => event.preventDefault()}
    className={cn(menuItem, props.disabledReason && 'text-disabled-foreground')}
  >
    {props.icon}
    <EntryText hint={props.disabledReason}>{props.children}</EntryText>
    <Radix.ItemIndicator>
      <Check />
    </Radix.ItemIndicator>
  </Radix.CheckboxItem>
)

type LinkItemProps = { icon?: ReactNode; href: string; children: ReactNode }

export const DropdownMenuLink = ({ icon, href, children }: LinkItemProps) => (
  <Radix.Item asChild className={menuItem}>
    <Link href={href}>
      {icon}
      <span className="flex-1">{children}</span>
    </Link>
  </Radix.Item>
)
