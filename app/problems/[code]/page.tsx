import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isProblemCode } from '@/components/problems/example'
import { ProblemPage } from '@/components/problems/problem-page'
import { problems } from '@/lib/domain/problems'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params
  return isProblemCode(code) ? { title: problems[code].title } : {}
}

export default async function Page({ params }: Props) {
  const { code } = await params
  if (!isProblemCode(code)) notFound()
  return <ProblemPage code={code} />
}
