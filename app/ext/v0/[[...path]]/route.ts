/** The older prefix has the same answering function (lib/transport/api/endpoint.ts). */
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../../../api/v2/[[...path]]/route'
