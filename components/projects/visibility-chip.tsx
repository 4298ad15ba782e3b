import { Globe, Lock } from 'lucide-react'
import { Chip } from '@/components/ui/chip'

type Props = { isPublic: boolean; plain?: boolean }

/** Public or private; in tables glyph and word alone. */
export function VisibilityChip({ isPublic, plain }: Props) {
  const Glyph = isPublic ? Globe : Lock
  const word = isPublic ? 'Public' : 'Private'
  if (!plain) return <Chip icon={<Glyph />}>{word}</Chip>
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <Glyph className="text-muted-foreground" />
      {word}
    </span>
  )
}
