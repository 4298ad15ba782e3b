import type { UseCase } from '@/lib/kernel/define'

// Every use case of the program, found where they live: none can be left out of the contracts.
const files = import.meta.glob<Record<string, unknown>>('/lib/modules/*/{commands,queries}/*.ts', {
  eager: true,
})

const isUseCase = (value: unknown): value is UseCase =>
  ['command', 'query'].includes((value as UseCase | null)?.kind as string)

export type Found = { file: string; use: UseCase }

export const useCases: Found[] = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isUseCase)
    .map((use) => ({ file, use })),
)
