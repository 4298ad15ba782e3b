import { answerDownload } from '@/lib/transport/downloads'

type Context = { params: Promise<{ name: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerDownload(request, (await params).name)
