import type { SessionCaller } from '@/lib/kernel/caller'

/** A file that is made while it is sent: nothing of it is held but one page of rows. */
export type Download = {
  contentType: string
  fileName(now: Date): string
  /** Runs use cases page by page, each decided at its own moment; throws before the first piece when refused. */
  open(caller: SessionCaller, input: unknown): Promise<AsyncIterable<string>>
}
