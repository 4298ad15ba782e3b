'use client'
import { Button } from '@/components/ui/button'
import { signOutHere } from '@/lib/client/sign-in'

/** The way out of a page that stands before the console. */
export const SignOutLink = () => (
  <Button variant="link" className="tap" onClick={() => void signOutHere()}>
    Sign out
  </Button>
)
