import { answerConsoleRead } from '@/lib/transport/console'

type Context = { params: Promise<{ query: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerConsoleRead(request, (await params).query)
