import { Bot, CircleHelp, Cog, UserRoundX, UsersRound } from 'lucide-react'
import { cn } from '@/components/ui/cn'

const hues = [30, 85, 150, 200, 265, 330]

/** A small stable number from an id. */
export function hashOf(id: string): number {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return hash
}

const glyphs = {
  service_account: Bot,
  group: UsersRound,
  system: Cog,
  removed: UserRoundX,
  unknown: CircleHelp,
}

export type AvatarKind = 'person' | keyof typeof glyphs

const sizes = {
  20: 'size-5 text-[9px] [&_.lucide]:size-3',
  24: 'size-6 text-[10px] [&_.lucide]:size-3.5',
  32: 'size-8 text-xs [&_.lucide]:size-4',
  44: 'size-11 text-lg [&_.lucide]:size-5',
}

type Props = { id: string; name: string; kind?: AvatarKind; size?: keyof typeof sizes }

const firstLetter = (word: string) => [...word].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? ''

/** "Ingrid Solheim-Bjørnstad" → IS; one letter where scripts need no second. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0] ?? '')
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(first)) return first
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : ''
  return `${first}${last}`.toLocaleUpperCase('en')
}

/** Round is a person, square is not, dashed is removed or unknown. The name stands beside it, so it is silent. */
export function Avatar({ id, name, kind = 'person', size = 20 }: Props) {
  const shape = cn(
    'inline-flex shrink-0 select-none items-center justify-center font-semibold leading-none',
    sizes[size],
  )
  if (kind === 'person') {
    const hue = hues[hashOf(id) % hues.length]
    return (
      <span
        aria-hidden
        className={cn(shape, 'rounded-full')}
        style={{
          background: `oklch(var(--avatar-l) var(--avatar-c) ${hue})`,
          color: `oklch(var(--avatar-ink-l) var(--avatar-ink-c) ${hue})`,
        }}
      >
        {initialsOf(name)}
      </span>
    )
  }
  const Glyph = glyphs[kind]
  const dashed = kind === 'removed' || kind === 'unknown'
  return (
    <span
      aria-hidden
      className={cn(
        shape,
        'border bg-sunken text-foreground-2 dark:bg-accent',
        dashed ? 'rounded-full border-border-strong border-dashed' : 'rounded-md',
      )}
    >
      <Glyph />
    </span>
  )
}
