'use client'
import { CopyButton } from '@/components/ui/copy-button'
import type { TotpSecret } from './use-secret'

/** For the camera of a phone, and as text for those who cannot use it. */
export const AppSecret = ({ secret: { secret, uri, qr } }: { secret: TotpSecret }) => (
  <div className="flex gap-4 max-sm:flex-col">
    {/* Black on white in both themes: cameras expect it. */}
    <svg
      role="img"
      aria-label="QR code of the secret"
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      className="size-44 shrink-0 rounded-lg border bg-white text-black"
    >
      <path d={qr.path} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
    <div className="flex min-w-0 flex-col items-start gap-2 text-foreground-2">
      <p>
        Scan it with an authenticator app. On this device:{' '}
        <a href={uri} className="link tap">
          open the app
        </a>
        .
      </p>
      <p>Or type this secret into the app:</p>
      <code className="select-all break-all rounded-md border bg-sunken px-2 py-1 font-mono text-foreground text-xs">
        {secret.match(/.{4}/g)?.join(' ')}
      </code>
      <CopyButton value={secret} label="secret" />
    </div>
  </div>
)
