'use client'
import Link from 'next/link'
import { createContext, type ReactNode, useContext } from 'react'
import { memberHref } from './member-href'
import { type MemberListState, withMemberList } from './member-list'

const List = createContext('')

/** The list that links to people below it carry along. */
export const MemberListContext = (props: { state: MemberListState; children: ReactNode }) => (
  <List.Provider value={withMemberList('', props.state)}>{props.children}</List.Provider>
)

type Props = { member: { id: string; kind: string }; className?: string; children: ReactNode }

/** For a pointer and for a new tab; the row itself is what the keyboard opens. */
export const MemberLink = ({ member, className, children }: Props) => (
  <Link
    href={memberHref(member, useContext(List))}
    prefetch={false}
    tabIndex={-1}
    className={className}
  >
    {children}
  </Link>
)
