import { cn } from '@/components/ui/cn'
import { graphemes } from '@/lib/domain/graphemes'
import { AvatarGlyph } from './avatar-glyph'
import type { GlyphKind } from './avatar-glyphs'

const hues = [30, 85, 150, 200, 265, 330]

/** A small stable number from an id. */
export function hashOf(id: string): number {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return hash
}

export type AvatarKind = 'person' | GlyphKind

const sizes = {
  20: 'size-5 text-[0.5625rem] [&_.lucide]:size-3',
  24: 'size-6 text-[0.625rem] [&_.lucide]:size-3.5',
  32: 'size-8 text-xs [&_.lucide]:size-4',
  44: 'size-11 text-lg [&_.lucide]:size-5',
}

type Props = { id: string; name: string; kind?: AvatarKind; size?: keyof typeof sizes }

const firstLetter = (word: string) =>
  graphemes(word).find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? ''
const capital = (letter: string) => graphemes(letter.toLocaleUpperCase('en'))[0] ?? ''

/** "Ingrid Solheim-Bjørnstad" → IS; one letter, with its marks, where scripts need no second. */
export function initialsOf(name: string): string {
  const letters = name.normalize('NFC').trim().split(/\s+/).map(firstLetter).filter(Boolean)
  const [first = '', last = ''] = [letters[0], letters.length > 1 ? letters.at(-1) : '']
  const hasCapitals = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}]/u
  if (!hasCapitals.test(first)) return first
  return capital(first) + (hasCapitals.test(last) ? capital(last) : '')
}

/** The first of them: the mark of an organization. */
export const initialOf = (name: string): string => firstLetter(initialsOf(name))

/** Round is a person, square is not, dashed is removed or unknown. The name stands beside it, so it is silent. */
export function Avatar({ id, name, kind = 'person', size = 20 }: Props) {
  const shape = cn(
    'inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold leading-none forced-colors:border',
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
      <AvatarGlyph kind={kind} />
    </span>
  )
}
