import 'server-only'
import { toStream } from '@/lib/domain/stream'
import type { SessionCaller } from '@/lib/kernel/caller'
import { Problem } from '@/lib/kernel/problem'
import { consoleCaller, inputOf, requireSameOrigin } from './console'
import { failureBody } from './failure'
import { presentOrigin } from './request-context'

/** A file that is made while it is sent: nothing of it is held but one page of rows. */
export type Download = {
  contentType: string
  fileName(now: Date): string
  /** Runs use cases page by page, each decided at its own moment; throws before the first piece when refused. */
  open(caller: SessionCaller, input: unknown): Promise<AsyncIterable<string>>
}

/** By name, as /api/console/download/<name> has it. */
const downloads = new Map<string, Download>([])

/** GET /api/console/download/<name>?organization=&input=: session only, same origin only, never cached. */
export async function answerDownload(request: Request, name: string): Promise<Response> {
  try {
    requireSameOrigin(request)
    const download = downloads.get(name)
    if (!download) throw new Problem('not_found', 'There is no such download.')
    const pieces = await download.open(await consoleCaller(request), inputOf(request))
    return new Response(toStream(pieces), {
      headers: {
        'cache-control': 'no-store',
        'content-type': download.contentType,
        'content-disposition': `attachment; filename="${download.fileName(new Date())}"`,
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    const body = failureBody(error, (await presentOrigin()).requestId)
    const headers = { 'cache-control': 'no-store', 'content-type': 'application/problem+json' }
    return Response.json(body, { status: body.status, headers })
  }
}
