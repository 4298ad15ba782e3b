import { Box, Building2, Cloud } from 'lucide-react'
import type { PlaceKind } from './place-kind'

const glyphs = { organization: <Building2 />, cloud: <Cloud />, project: <Box /> }
export const placeGlyph = (kind: PlaceKind) => glyphs[kind]
