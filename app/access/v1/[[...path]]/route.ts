/** Both prefixes have one answering function, which knows them apart by the path. */
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../../v2/[[...path]]/route'
