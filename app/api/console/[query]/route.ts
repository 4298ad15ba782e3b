import { answerConsoleRead } from '@/lib/transport/console'

type Context = { params: Promise<{ query: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerConsoleRead(request, (await params).query)

/** A read whose input is too long for an address. */
export const POST = GET
