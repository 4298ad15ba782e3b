import { headers } from 'next/headers'
import { PlaceCheck } from '@/components/console-frame/other-organization'
import { NothingHere } from '@/components/feedback/state'
import { AppliedTheme } from '@/components/problems/applied-theme'
import { buttonLook } from '@/components/ui/button-look'

export const metadata = { title: 'Nothing here' }

/** Inside the frame: the sidebar stays. */
export default async function ConsoleNotFoundPage() {
  const place = placeIn((await headers()).get('x-url') ?? '')
  return (
    <>
      <AppliedTheme />
      <PlaceCheck />
      <NothingHere
        actions={
          <>
            <a href="/" className={buttonLook()}>
              Home
            </a>
            {place && (
              <a
                href={`/my-access?permission=${place.kind}.read&on=${place.id}`}
                className={buttonLook()}
              >
                Why can’t I see this?
              </a>
            )}
          </>
        }
      />
    </>
  )
}

/** A page of a cloud or a project: whoever may not see it can ask why, and is told nothing of what it is. */
function placeIn(url: string) {
  const [, kind, id] = url.match(/^\/(cloud|project)s\/((?:cld|prj)_[0-9a-z]+)/) ?? []
  return kind && id ? { kind, id } : null
}
