// The dependency rules of docs/ARCHITECTURE.md, one per line. `npm test` fails when a rule is broken or when fewer files were looked at than git lists.
const ours = '^(app|components|lib|prisma|e2e|instrumentation\\.ts$)'
const tests = '^playwright\\.config\\.ts$|\\.test\\.tsx?$|^lib/testing/|^e2e/|^prisma/'
const noun = '^lib/modules/[^/]+/[^/]+\\.ts$'

/** Code under `from` sees, of our own code, nothing but `to`. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: ours, pathNot: to },
})
/** An outside package is imported behind its one door. */
const door = (name, packages, to) => ({
  name,
  severity: 'error',
  from: { pathNot: `${tests}|${to}` },
  to: { path: `(^|node_modules/)(${packages})(/|$)` },
})
const never = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    never('no-cycles', {}, { circular: true }),
    never('everything-resolves', {}, { couldNotResolve: true }),
    never('every-package-is-declared', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    never(
      'tests-are-not-imported',
      { pathNot: tests },
      { path: '\\.test\\.tsx?$|^lib/testing/|^e2e/' },
    ),

    only('domain-is-pure', '^lib/domain/', '^lib/domain/'),
    only('client-sees-domain', '^lib/client/', '^lib/(client|domain)/'),
    only(
      'components-see-client-actions-and-nouns',
      '^components/',
      `^components/|^lib/(?:client|domain)/|^lib/transport/actions/|${noun}`,
    ),
    only('primitives-know-no-product', '^components/ui/', '^components/ui/|^lib/client/'),
    only(
      'app-sees-components-and-transport',
      '^app/',
      `^(?:app|components)/|^lib/(?:client|domain|transport)/|^lib/modules/[^/]+/queries/|${noun}`,
    ),
    only('start-of-the-process', '^instrumentation\\.ts$', '^lib/transport/'),
    only(
      'transport-sees-modules',
      '^lib/transport/',
      '^lib/(transport|modules|kernel|platform|domain)/|^lib/listener/gatehouse\\.d\\.ts$',
    ),
    only('modules-know-no-transport', '^lib/modules/', '^lib/(modules|kernel|platform|domain)/'),
    only('kernel-knows-no-noun', '^lib/kernel/', '^lib/(kernel|platform|domain)/'),
    only('platform-is-the-ground', '^lib/platform/', '^lib/(platform|domain|listener)/'),
    only('listener-stands-alone', '^lib/listener/', '^lib/listener/'),
    never(
      'noun-files-are-pure',
      { path: noun, pathNot: tests },
      {
        path: '^lib/(kernel|platform|transport)/',
        pathNot: '^lib/kernel/problem\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    never(
      'modules-meet-in-the-open',
      { path: '^lib/modules/([^/]+)/', pathNot: tests },
      { path: '^lib/modules/([^/]+)/internal/', pathNot: '^lib/modules/$1/' },
    ),
    never(
      'internals-stay-inside',
      { pathNot: `${tests}|^lib/modules/` },
      { path: '^lib/modules/[^/]+/internal/' },
    ),
    never(
      'listener-behind-platform',
      { path: '^(app|components|lib)/', pathNot: `${tests}|^lib/(listener|platform)/` },
      { path: '^lib/listener/', pathNot: '^lib/listener/gatehouse\\.d\\.ts$' },
    ),

    door(
      'prisma-and-postgres-in-platform-db',
      '@prisma/.*|prisma|pg|pg-protocol|@electric-sql/.*|pglite-prisma-adapter',
      '^lib/platform/db/|^prisma\\.config\\.ts$',
    ),
    never(
      'generated-client-in-platform-db',
      { pathNot: '^lib/platform/db/' },
      { path: '^lib/platform/db/generated/' },
    ),
    door(
      'next-auth-in-platform-auth',
      'next-auth',
      '^lib/platform/auth/|^lib/client/sign-in\\.ts$',
    ),
    door(
      'next-in-app-components-transport',
      'next',
      '^(app|components)/|^lib/(transport|platform/auth)/|^lib/listener/serve\\.js$|^instrumentation\\.ts$|^next(-env|\\.config)',
    ),
    door('mail-in-platform-mail', 'nodemailer', '^lib/platform/mail/'),
    door(
      'crypto-in-platform-crypto',
      '@node-rs/argon2|node:crypto|crypto',
      '^lib/(platform/crypto|listener)/',
    ),
    door('micromark-in-platform-terms', 'micromark', '^lib/platform/terms/'),
    door('webauthn-in-platform-webauthn', '@simplewebauthn/server', '^lib/platform/webauthn/'),
    door('passkeys-in-client', '@simplewebauthn/browser', '^lib/client/passkeys\\.ts$'),
    door('qr-codes-in-qr', 'uqr', '^lib/platform/qr\\.ts$'),
    door('jose-in-platform-jose', 'jose', '^lib/platform/jose/'),
    door('pino-in-log', 'pino', '^lib/platform/log\\.ts$|^lib/listener/'),
    door('counters-in-platform-rate-limit', 'rate-limiter-flexible', '^lib/platform/rate-limit/'),
    door(
      'ui-packages-in-components',
      'radix-ui|@radix-ui/.*|cmdk|sonner|lucide-react',
      '^(app|components)/',
    ),
    door(
      'query-client-in-client-and-components',
      '@tanstack/.*',
      '^(app|components)/|^lib/client/|^lib/transport/page\\.ts$',
    ),
    never(
      'domain-runs-anywhere',
      { path: '^lib/(domain|client)/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^lib/platform/db/generated' },
    exclude: { path: '^\\.next/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json', '.css'],
    },
  },
}
