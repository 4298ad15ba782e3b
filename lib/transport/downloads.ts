import 'server-only'
import { toStream } from '@/lib/domain/stream'
import { Problem } from '@/lib/kernel/problem'
import { consoleCaller, inputOf, requireSameOrigin } from './console'
import type { Download } from './download'
import { whatCanDownload, whoCanDownload } from './download-access'
import { auditLogDownload } from './download-audit-log'
import { membersDownload } from './download-members'
import { serviceAccountsDownload } from './download-service-accounts'
import { failureBody } from './failure'
import { presentOrigin } from './request-context'

/** By name, as /api/console/download/<name> has it. */
const downloads = new Map<string, Download>([
  ['audit-log', auditLogDownload],
  ['members', membersDownload],
  ['service-accounts', serviceAccountsDownload],
  ['who-can', whoCanDownload],
  ['what-can', whatCanDownload],
])

/** GET or POST /api/console/download/<name>, as the reads of the console: session only, same origin only, never cached. */
export async function answerDownload(request: Request, name: string): Promise<Response> {
  try {
    requireSameOrigin(request)
    const download = downloads.get(name)
    if (!download) throw new Problem('not_found', 'There is no such download.')
    const pieces = await download.open(await consoleCaller(request), await inputOf(request))
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
