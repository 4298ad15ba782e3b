import { Time } from '@/components/ui/time'

/** A fact of a line: when it was used last. */
export const Used = ({ at }: { at: string | null }) =>
  at ? (
    <>
      Used <Time at={at} />
    </>
  ) : (
    <span className="text-muted-foreground">Never used</span>
  )
