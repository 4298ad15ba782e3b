import 'server-only'
import { micromark } from 'micromark'
import { readTexts, type Text } from '@/lib/listener/terms'
import { env } from '../env'
import { once } from '../once'

type Shown = Omit<Text, 'body'> & {
  /** The text as HTML; what HTML its Markdown holds is shown as written. */
  html: string
}

/** The texts of these files, for reading. */
export const textsOf = (files: Parameters<typeof readTexts>[0]): Shown[] =>
  readTexts(files).map(({ body, ...text }) => ({ ...text, html: micromark(body) }))

/** The texts that this installation asks everybody to accept, as they were when the process started. */
export const shownTexts = (): readonly Shown[] => once('terms.texts', () => textsOf(env))
