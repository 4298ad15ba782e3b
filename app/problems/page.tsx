import { ProblemList } from '@/components/problems/problem-list'

export const metadata = { title: 'Problems' }

export default function ProblemsPage() {
  return <ProblemList />
}
