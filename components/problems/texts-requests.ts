import type { ProblemText } from './problem-text'

/** About the request itself, whatever it was for. */
export const requestTexts = {
  invalid_input: {
    means: 'The request was understood, but some of its values do not fit.',
    remedy: [
      'Read `errors`: each entry has a JSON pointer to the faulty value and a sentence about it. Pointers into the query begin with #/query.',
      'Correct those values and send the request again. Nothing was changed.',
    ],
    detail: 'An address needs an @.',
    instance: '/api/v2/organization_invitations/',
    more: { errors: [{ pointer: '#/email', detail: 'An address needs an @.' }] },
  },
  malformed_body: {
    means: 'The body of the request is not JSON.',
    remedy: [
      'Send JSON in UTF-8: quotation marks around names and texts, no comma after the last value.',
      'Look for a proxy or a shell that changes the body on its way.',
    ],
    detail: 'The body is not JSON.',
    instance: '/api/v2/organization_invitations/',
  },
  payload_too_large: {
    means: 'The body of the request is larger than 1 MB, so it was not read.',
    remedy: ['Split the work into several requests.'],
    detail: 'The body of a request has at most 1 MB.',
    instance: '/api/v2/organization_invitations/batch_create',
  },
  not_found: {
    means:
      'Nothing here answers to that address or id. It was removed, or it belongs to another organization. The answer is the same for both, so that ids of others can’t be tried out.',
    remedy: [
      'Check the path and the id. An identity ID begins with ide_, a user ID with usr_.',
      'Check that your key or your sign-in belongs to the organization you mean.',
    ],
    detail: 'There is nothing at /api/v2/nothing.',
    instance: '/api/v2/nothing',
  },
  method_not_allowed: {
    means: 'The path exists, but not with this method.',
    remedy: ['Use one of the methods named in the Allow header of the answer.'],
    detail: 'PATCH is not answered here. Use GET or PUT or DELETE.',
    instance: '/api/v2/organization_collaborators/ide_8zk3n1vq6x4rt9m2wy7c5hpb0d',
  },
  rate_limited: {
    means: 'There were more tries in a short time than this server takes.',
    remedy: [
      'Wait as many seconds as `retry_after` and the Retry-After header say, then go on.',
      'In a program, wait before each repeat, and longer each time.',
    ],
    detail: 'Too many tries. Again in 40 s.',
    more: { retry_after: 40 },
  },
  internal: {
    means:
      'The server met a fault of its own. It says no more here, because a fault can hold secrets.',
    remedy: [
      'Try again. What was not confirmed was not changed.',
      'If it stays, give the request ID to whoever runs this server: its log has the cause under that ID.',
    ],
    detail: 'The server answered with an error. Nothing was changed.',
    instance: '/api/v2/organization_collaborators/',
  },
  not_implemented: {
    means: 'The request is a known one, and this server does not do it.',
    remedy: ['The sentence in `detail` says which part is missing. Leave that part out.'],
    detail: 'This is a limit, and limits do not exist here yet.',
    instance: '/api/v2/organization_collaborators/ide_8zk3n1vq6x4rt9m2wy7c5hpb0d',
  },
  unavailable: {
    means:
      'The database can’t be reached, is too busy to answer in time, or its disk is full. The sentence in `detail` says which, and whether anything was changed.',
    remedy: [
      'Try again after as many seconds as `retry_after` and the Retry-After header say.',
      'Whoever runs this server can ask GET /api/ready what it waits for.',
    ],
    detail: 'The database cannot be reached. Nothing was changed. Try again in a moment.',
    more: { retry_after: 2 },
    instance: '/api/v2/organization_collaborators/',
  },
} as const satisfies Record<string, ProblemText>
