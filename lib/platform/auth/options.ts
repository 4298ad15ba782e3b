import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieAttributes, cookieNames } from './cookies'
import { tokenSecret } from './token-secret'

/** What next-auth needs done: it knows cookies, not accounts. */
export type Sessions = {
  /** Redeems the ticket of a finished sign-in, once. Null when it is refused. */
  start(ticket: string): Promise<{ sessionId: string } | null>
  /** Ends the session of the request at hand. */
  end(): Promise<void>
  /** Seconds from signing in to its absolute end. */
  maxAge: number
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** The session id, and all that the cookie says. */
    sid?: string
  }
}

const cookie = (name: string) => ({ name, options: cookieAttributes() })

const optionsFor = ({ start, end, maxAge }: Sessions): NextAuthOptions => ({
  providers: [
    Credentials({
      id: 'ticket',
      name: 'Ticket',
      credentials: { ticket: {} },
      async authorize(credentials) {
        const session = await start(credentials?.ticket ?? '')
        return session && { id: session.sessionId }
      },
    }),
  ],
  session: { strategy: 'jwt', maxAge },
  jwt: { maxAge },
  secret: tokenSecret(),
  useSecureCookies: cookieAttributes().secure,
  cookies: {
    sessionToken: cookie(cookieNames.session()),
    csrfToken: cookie(cookieNames.csrf()),
    callbackUrl: cookie(cookieNames.callback()),
  },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    // The console goes where it wants by itself (lib/client/sign-in.ts); whoever else asks goes nowhere else.
    redirect: ({ baseUrl }) => baseUrl,
  },
  events: { signOut: end },
})

// What of next-auth is open. Its own pages, its list of providers and its log for browsers are not.
const open = new Set(['GET csrf', 'POST callback/ticket', 'POST signout'])

type Context = { params: Promise<{ nextauth: string[] }> }

/** Answers /api/auth/…; null for every address that is not open. Throws when the session could not be ended. */
export async function answerAuth(
  request: Request,
  context: Context,
  sessions: Sessions,
): Promise<Response | null> {
  const { nextauth } = await context.params
  if (!open.has(`${request.method} ${nextauth.join('/')}`)) return null
  // next-auth swallows what an event throws, and would call a session ended that still lives.
  let failed: { error: unknown } | undefined
  const end = () =>
    sessions.end().catch((error: unknown) => {
      failed = { error }
    })
  const options = optionsFor({ ...sessions, end })
  const answer = await NextAuth(request as never, context as never, options)
  if (failed) throw failed.error
  return answer
}
