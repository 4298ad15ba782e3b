import 'server-only'
import { apiGatehouse, apiV2, authzenV1, extV0, type Group } from '../routes/table'

/** One HTTP API: what stands under its prefix, and what its OpenAPI document says of itself. */
export type Api = {
  prefix: `/api/${string}` | `/ext/${string}` | '/access/v1'
  title: string
  version: string
  about: string
  groups: readonly Group[]
}

const keys = `## Keys

Make one under [API keys](/api-keys) and send it as \`Authorization: Bearer <key>\`. The cookie \`cli_token\` does too; when both are
there, Bearer counts. A key belongs to one person in one organization and may do what that person may do at that moment. The console's
own session is no credential here.`

const answers = `## Answers

One object is \`{"result": …}\`, a list \`{"results": […], "metadata": {"total", "next_paging_token"}}\`. Follow \`next_paging_token\` with
the same filters until it is null. Times are ISO 8601 with an offset. A path may end in a slash or not. Unknown fields and unknown query
parameters are ignored.

## Refusals

Every refusal is an RFC 9457 problem. Go by its \`status\` and \`code\`; \`detail\` is one sentence for a person, and \`type\` leads to a page
that says what to do: [all problems](/problems).`

/** The prefixes in the order in which the reference at /api/v2/docs shows them. */
export const apis: readonly [v2: Api, gatehouse: Api, authzen: Api, ext: Api] = [
  {
    prefix: '/api/v2',
    title: 'Gatehouse API v2',
    version: '2',
    about: `People and access of an organization, in the form that existing clients, scripts and Terraform speak. What only Gatehouse has is
under \`/api/gatehouse/v1\`.

${keys}

${answers}`,
    groups: apiV2,
  },
  {
    prefix: '/api/gatehouse/v1',
    title: 'Gatehouse’s own API v1',
    version: '1',
    about: `What only Gatehouse has. Everything that existing clients speak is under \`/api/v2\`; the same keys count at both.

${keys}

${answers}`,
    groups: apiGatehouse,
  },
  {
    prefix: '/access/v1',
    title: 'AuthZEN decisions v1',
    version: '1',
    about: `May they? For other software, as [OpenID AuthZEN 1.0](https://openid.net/specs/authorization-api-1_0.html) asks it. Subjects are
of the type \`user\`, by user id (\`usr_…\`), identity id (\`ide_…\`) or email address, service accounts too; resources are of the types
\`organization\`, \`cloud\` and \`project\`, by id; actions are the permissions of Gatehouse. A permission of the organization may be
asked of anything, the others of what they are about. Whatever is unknown is no: a decision is \`false\`, a search finds nothing. The
context of a decision says why. What properties say is not believed; Gatehouse knows for itself. Everybody may ask about themselves,
about others whoever may see their access. \`/.well-known/authzen-configuration\` names the addresses, without a key.

${keys}

## Refusals

A body of the wrong shape is 400 here. In a batch, a question of the wrong shape, or one that the key may not ask, is answered \`false\` with
an \`error\` in its context. \`X-Request-ID\` comes back as it was sent. Refusals are RFC 9457 problems: [all problems](/problems).`,
    groups: authzenV1,
  },
  {
    prefix: '/ext/v0',
    title: 'Older public API v0',
    version: '0',
    about: `What the official command line still asks of the older public API. Everything in it is under \`/api/v2\` too; the same keys count.

${keys}

${answers}`,
    groups: extV0,
  },
]
