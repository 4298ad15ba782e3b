/** The gate: an arch with its portcullis. */
export const LogoMark = ({ className }: { className?: string }) => (
  <svg aria-hidden="true" viewBox="0 0 19 21" width="19" height="21" className={className}>
    <path
      d="M0 21V9.5a9.5 9.5 0 0 1 19 0V21h-3.7V9.5a5.8 5.8 0 0 0-11.6 0V21Z"
      className="fill-foreground"
    />
    <path
      d="M6.3 21V10h2v3.4h2.4V10h2v3.4H14v1.8h-1.3V21h-2v-5.8H8.3V21h-2v-5.8H5v-1.8h1.3V10Z"
      className="fill-primary dark:fill-primary-text"
    />
  </svg>
)

export const Logo = () => (
  <span className="inline-flex items-center gap-2.5 font-semibold text-base">
    <LogoMark />
    Gatehouse
  </span>
)
