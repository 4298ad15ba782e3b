import 'server-only'
import { searchPattern } from '@/lib/domain/fold'

/** What somebody searches for, as a LIKE pattern over folded text; null when that is nothing. */
export function patternOf(text: string | undefined): string | null {
  const found = searchPattern(text ?? '')
  return found.kind === 'none' ? null : found.pattern
}
