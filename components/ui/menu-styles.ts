/** What menus, selects and the palette float in. */
export const menuBox =
  'z-50 min-w-40 max-w-80 animate-pop overflow-y-auto overflow-x-hidden rounded-lg bg-raised p-1 text-sm shadow-pop outline-none'

/** One entry. Radix marks the focused one `data-highlighted`. */
export const menuItem =
  'group/item relative flex min-h-7.5 w-full select-none items-start gap-2 rounded-md px-2 py-1.25 text-left text-foreground outline-none data-highlighted:bg-accent dark:data-highlighted:bg-pressed max-sm:min-h-11 max-sm:py-2.5 [&>.lucide]:mt-0.5 [&>.lucide]:text-muted-foreground'

export const menuLine = 'mx-[-4px] my-1 h-px bg-border-subtle'
