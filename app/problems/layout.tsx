import type { ReactNode } from 'react'
import { BarePage } from '@/components/problems/bare-page'

export default function ProblemsLayout({ children }: { children: ReactNode }) {
  return <BarePage>{children}</BarePage>
}
