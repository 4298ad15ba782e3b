/** The one answering function of all prefixes, which knows them apart by the path. */
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '@/app/api/v2/[[...path]]/route'
