import 'server-only'
import type { z } from 'zod'
import type { Permission } from '@/lib/domain/permissions'
import type { ProblemCode } from '@/lib/domain/problems'
import type { Origin } from '@/lib/kernel/caller'
import type { InputOf, OutputOf, UseCase } from '@/lib/kernel/define'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type PathParameters<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never
type OrganizationUse = UseCase & { scope: 'organization' }
type PublicUse = UseCase & { scope: 'public' }

export type Call<P extends string, Q, B> = {
  params: Record<PathParameters<P>, string>
  query: Q
  body: B
  /** Executes a use case as the caller of this request. */
  run<U extends OrganizationUse>(use: U, input: InputOf<U>): Promise<OutputOf<U>>
}

type Spec<P extends string, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  method: Method
  /** Under the API's prefix; collection roots end in a slash (anyscale-client.md §2). Both forms are answered. */
  path: P
  operationId: string
  summary: string
  /** As in the policy table; null for what any live key may ask. */
  permission: Permission | null
  /** What each parameter of the path is. */
  params?: Record<PathParameters<P>, { description: string; example: string }>
  /** Problems of this operation besides those that its shape implies (api/openapi.ts). */
  refusals?: readonly ProblemCode[]
  query?: Q
  /** Answers 400 to a body of the wrong shape or content type, as the standard of that mouth has it, not 422. */
  plainFaults?: true
  /** Query keys that are lists: the key repeated (anyscale-client.md §2). Of any other key the last counts. */
  repeated?: readonly string[]
  /** Unknown fields are ignored, wrong types are 422. */
  body?: B
  /** The shape of the answer; its absence means 204. */
  answer?: A
  status?: 200 | 201 | 202
  /** Honours Idempotency-Key. What is kept for a repeat: never a secret. */
  repeatable?: (answer: z.input<A>) => unknown
  /** Instead, where the answer is a secret: a repeat is 409 with this sentence. */
  onRepeat?: (answer: z.input<A>) => string
  /** Asked without a key: it runs use cases of the public alone (`defineOpenRoute`). */
  open?: true
  handle(call: Call<P, z.output<Q>, z.output<B>>): Promise<z.input<A>>
}

export type OpenCall<P extends string, Q, B> = Omit<Call<P, Q, B>, 'run'> & {
  origin: Origin
  /** What asks, by its own word. */
  client: string | null
  run<U extends PublicUse>(use: U, input: InputOf<U>): Promise<OutputOf<U>>
}
type OpenSpec<
  P extends string,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
> = Omit<Spec<P, Q, B, A>, 'handle' | 'open' | 'permission' | 'repeatable' | 'onRepeat'> & {
  handle(call: OpenCall<P, z.output<Q>, z.output<B>>): Promise<z.input<A>>
}

// biome-ignore lint/suspicious/noExplicitAny: erased in the table, exact where a route is defined
export type Route = Spec<any, any, any, any>

/** One line of the API table: a wire shape around use cases. Refusals are thrown as Problems. */
export const defineRoute = <
  const P extends string,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodVoid,
>(
  spec: Spec<P, Q, B, A>,
): Route => spec

/** A line that whoever has no key yet asks. A key that comes along is not looked at. */
export const defineOpenRoute = <
  const P extends string,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodVoid,
>(
  spec: OpenSpec<P, Q, B, A>,
): Route => ({ ...spec, permission: null, open: true }) as unknown as Route

/** Whether it honours Idempotency-Key. */
export const isRepeatable = ({ repeatable, onRepeat }: Route) => Boolean(repeatable ?? onRepeat)
