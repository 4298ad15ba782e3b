'use client'
import { type ComponentProps, createContext, type ReactNode, use } from 'react'
import { part, usePart } from '@/lib/client/part'
import { useMenu } from './menu-trigger'

type Parts = typeof import('./menu-parts')

/** What a menu is made of is a seventh of a page's scripts, and does nothing until one is opened. */
const menuParts = part<Parts>(() => import('./menu-parts'), { soon: true })
const PartsContext = createContext<Parts | null>(null)

type ContentProps = Omit<ComponentProps<Parts['Content']>, 'menu'>

/** The box of a `DropdownMenu`. Its children may be any below, and are rendered while it is open. */
export function DropdownMenuContent(props: ContentProps) {
  const menu = useMenu()
  const parts = usePart(menuParts, menu.open)
  if (!menu.open || !parts) return null
  return (
    <PartsContext value={parts}>
      <parts.Content menu={menu} {...props} />
    </PartsContext>
  )
}

function partOf<Name extends Exclude<keyof Parts, 'Content'>>(name: Name) {
  type Props = ComponentProps<Parts[Name]> & object
  // biome-ignore lint/correctness/noComponentHookFactories: called in module scope only
  return function MenuPart(props: Props) {
    const Part = use(PartsContext)?.[name] as ((props: Props) => ReactNode) | undefined
    if (!Part) throw new Error('This belongs into a DropdownMenuContent')
    return <Part {...props} />
  }
}

export const DropdownMenuLabel = partOf('Label')
export const DropdownMenuSeparator = partOf('Separator')
export const DropdownMenuItem = partOf('Item')
export const DropdownMenuLink = partOf('LinkItem')
export const DropdownMenuCheckboxItem = partOf('CheckboxItem')
export const DropdownMenuRadioGroup = partOf('RadioGroup')
export const DropdownMenuRadioItem = partOf('RadioItem')
export const DropdownMenuChoiceItem = partOf('ChoiceItem')
export const DropdownMenuSub = partOf('Sub')
export const DropdownMenuSubTrigger = partOf('SubTrigger')
export const DropdownMenuSubContent = partOf('SubContent')
