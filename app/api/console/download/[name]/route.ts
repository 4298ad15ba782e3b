import { answerDownload } from '@/lib/transport/downloads'

type Context = { params: Promise<{ name: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerDownload(request, (await params).name)

/** A read whose input is too long for an address. */
export const POST = GET
