import { ArrowDown, ArrowUp, CornerDownLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Kbd } from '@/components/ui/kbd'

type Props = {
  /** A person is highlighted. */
  person: boolean
  onHelp: () => void
}

const Hint = ({ keys, children }: { keys: readonly ReactNode[]; children: ReactNode }) => (
  <span className="flex items-center gap-1.5">
    {keys.map((key, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: glyphs that never move
      <Kbd key={index}>{key}</Kbd>
    ))}
    {children}
  </span>
)

const glyph = 'size-3'

/** The keys of the palette, for windows that have some. */
export const PaletteFooter = ({ person, onHelp }: Props) => (
  <footer className="flex shrink-0 items-center gap-4 border-t px-4 py-2 text-muted-foreground text-xs max-sm:hidden">
    <Hint
      keys={[<ArrowUp key="up" className={glyph} />, <ArrowDown key="down" className={glyph} />]}
    >
      move
    </Hint>
    <Hint keys={[<CornerDownLeft key="enter" className={glyph} />]}>open</Hint>
    {person && <Hint keys={['Tab']}>more for this person</Hint>}
    <button
      type="button"
      onClick={onHelp}
      className="ml-auto flex h-6 items-center gap-1.5 rounded-sm px-1 hover:text-foreground"
    >
      <Kbd>?</Kbd>
      all shortcuts
    </button>
  </footer>
)
