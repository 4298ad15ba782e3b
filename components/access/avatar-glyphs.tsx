import { Bot, CircleHelp, Cog, UserRoundX, UsersRound } from 'lucide-react'

const glyphs = {
  service_account: Bot,
  group: UsersRound,
  system: Cog,
  removed: UserRoundX,
  unknown: CircleHelp,
}
export type GlyphKind = keyof typeof glyphs

export function Glyph({ kind }: { kind: GlyphKind }) {
  const Icon = glyphs[kind]
  return <Icon />
}
