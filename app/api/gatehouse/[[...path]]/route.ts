import { newId } from '@/lib/domain/id'
import { answerApi } from '@/lib/transport/api/endpoint'

/** For `next dev` and other hosts; `npm start` answers the API without Next (lib/listener). */
const answer = (request: Request): Promise<Response> =>
  answerApi(request, {
    address: request.headers.get('x-client-address') ?? '127.0.0.1',
    requestId: request.headers.get('x-request-id') ?? newId('req'),
  })

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
