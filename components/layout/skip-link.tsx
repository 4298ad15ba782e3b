export const SkipLink = () => (
  <a
    href="#main"
    className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-foreground px-3 py-2 font-medium text-background focus:translate-y-0"
  >
    Skip to content
  </a>
)
