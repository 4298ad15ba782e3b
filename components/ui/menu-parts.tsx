'use client'
import { Check, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Menu } from 'radix-ui/internal'
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useRef,
  useState,
} from 'react'
import { shortcutsEnabled } from '@/lib/client/shortcuts'
import { cn } from './cn'
import { menuBox, menuItem, menuLine } from './menu-styles'
import type { MenuState } from './menu-trigger'

const Deferred = createContext<(run: () => void) => void>((run) => run())

type ContentProps = {
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  className?: string
  children: ReactNode
}

/**
 * Not modal: the page keeps its landmarks and its scroll bar. Entries run once the menu is closed and focus is back, so
 * that a dialog they open returns it there.
 */
export function Content({ menu, className, ...rest }: ContentProps & { menu: MenuState }) {
  const { setOpen, trigger, byKey, id } = menu
  const chosen = useRef<(() => void) | null>(null)
  const outside = useRef(false)
  return (
    <Menu.Root open onOpenChange={setOpen} modal={false}>
      <Menu.Anchor virtualRef={trigger as never} />
      <Menu.Portal>
        <Deferred
          value={(run) => {
            chosen.current = run
          }}
        >
          <Menu.Content
            align="end"
            sideOffset={4}
            collisionPadding={8}
            id={`${id}menu`}
            aria-labelledby={`${id}button`}
            {...rest}
            className={cn(menuBox, 'max-h-(--radix-popper-available-height)', className)}
            onKeyDown={chooseByLetter}
            onFocus={(event) => {
              if (event.target !== event.currentTarget || !byKey.current) return
              byKey.current = false
              event.currentTarget
                .querySelector<HTMLElement>('[data-radix-collection-item]')
                ?.focus()
            }}
            onInteractOutside={() => {
              outside.current = true
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (!outside.current) trigger.current?.focus()
              const run = chosen.current
              chosen.current = null
              if (run) setTimeout(run)
            }}
          />
        </Deferred>
      </Menu.Portal>
    </Menu.Root>
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

/** Names the entries below it. */
export const Label = ({ children }: { children: ReactNode }) => (
  <Menu.Label className="px-2 pt-1.5 pb-1 font-medium text-muted-foreground text-xs">
    {children}
  </Menu.Label>
)
export const Separator = () => <Menu.Separator className={menuLine} />
export const RadioGroup = (props: ComponentProps<typeof Menu.RadioGroup>) => (
  <Menu.RadioGroup {...props} />
)

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

export function Item(props: ItemProps) {
  const defer = use(Deferred)
  const off = Boolean(props.disabledReason)
  const destructive = props.tone === 'destructive' && !off
  return (
    <Menu.Item
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
    </Menu.Item>
  )
}

const EntryText = ({ children, hint }: { children: ReactNode; hint?: ReactNode }) => (
  <span className="min-w-0 flex-1">
    <span className="block">{children}</span>
    {hint && <span className="block text-muted-foreground text-xs">{hint}</span>}
  </span>
)

export function Sub({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <Menu.Sub open={open} onOpenChange={setOpen}>
      {children}
    </Menu.Sub>
  )
}

type SubTriggerProps = { icon?: ReactNode; value?: string; children: ReactNode }

export const SubTrigger = ({ icon, value, children }: SubTriggerProps) => (
  <Menu.SubTrigger className={cn(menuItem, 'data-[state=open]:bg-accent')}>
    {icon}
    <span className="flex-1">{children}</span>
    {value && <span className="text-muted-foreground text-xs leading-5">{value}</span>}
    <ChevronRight />
  </Menu.SubTrigger>
)

export const SubContent = ({ children }: { children: ReactNode }) => (
  <Menu.Portal>
    <Menu.SubContent className={menuBox} sideOffset={4} collisionPadding={8}>
      {children}
    </Menu.SubContent>
  </Menu.Portal>
)

export const RadioItem = (props: { value: string; children: ReactNode }) => (
  <Menu.RadioItem value={props.value} className={menuItem}>
    <span className="flex-1">{props.children}</span>
    <Menu.ItemIndicator>
      <Check />
    </Menu.ItemIndicator>
  </Menu.RadioItem>
)

type ChoiceItemProps = {
  /** Of a `RadioGroup`; or on or off by itself. */
  choice: { value: string } | { checked: boolean }
  hint?: ReactNode
  /** Keeps the entry visible and focusable, says why, and does nothing. */
  disabledReason?: ReactNode
  onSelect: () => void
  children: ReactNode
}

/** A choice with a sentence below it: its mark stands at the left, and what it does comes once the menu is closed. */
export function ChoiceItem(props: ChoiceItemProps) {
  const defer = use(Deferred)
  const off = Boolean(props.disabledReason)
  const shared = {
    'aria-disabled': off || undefined,
    onSelect: (event: Event) => (off ? event.preventDefault() : defer(props.onSelect)),
    className: cn(menuItem, 'pl-8', off && 'text-disabled-foreground'),
    children: (
      <>
        <Menu.ItemIndicator className="absolute left-2 text-muted-foreground">
          <Check className="mt-0.5" />
        </Menu.ItemIndicator>
        <EntryText hint={props.disabledReason || props.hint}>{props.children}</EntryText>
      </>
    ),
  }
  return 'value' in props.choice ? (
    <Menu.RadioItem value={props.choice.value} {...shared} />
  ) : (
    <Menu.CheckboxItem checked={props.choice.checked} {...shared} />
  )
}

type CheckItemProps = {
  icon?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** Keeps it as it is, and says why. */
  disabledReason?: string
  children: ReactNode
}

export const CheckboxItem = (props: CheckItemProps) => (
  <Menu.CheckboxItem
    checked={props.checked}
    aria-disabled={Boolean(props.disabledReason) || undefined}
    onCheckedChange={(checked) => !props.disabledReason && props.onCheckedChange(checked)}
    onSelect={(event) => event.preventDefault()}
    className={cn(menuItem, props.disabledReason && 'text-disabled-foreground')}
  >
    {props.icon}
    <EntryText hint={props.disabledReason}>{props.children}</EntryText>
    <Menu.ItemIndicator>
      <Check />
    </Menu.ItemIndicator>
  </Menu.CheckboxItem>
)

type LinkItemProps = { icon?: ReactNode; href: string; children: ReactNode }

export const LinkItem = ({ icon, href, children }: LinkItemProps) => (
  <Menu.Item asChild className={menuItem}>
    <Link href={href}>
      {icon}
      <span className="flex-1">{children}</span>
    </Link>
  </Menu.Item>
)
