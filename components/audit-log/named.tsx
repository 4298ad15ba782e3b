import type { ReactNode } from 'react'

/** A name within a sentence. */
export const Named = ({ children }: { children: ReactNode }) => (
  <bdi className="font-medium text-foreground">{children}</bdi>
)
