'use client'
import { lazily } from '@/components/ui/lazily'

/** Most lists show people alone, who have letters: what stands for the others comes when one of them is there. */
export const AvatarGlyph = lazily(() => import('./avatar-glyphs').then((m) => m.Glyph))
