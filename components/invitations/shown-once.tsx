import { Banner } from '@/components/feedback/banner'

export const ShownOnce = ({ isOne }: { isOne: boolean }) => (
  <Banner tone="warning" title={isOne ? 'This link is shown once' : 'These links are shown once'}>
    {isOne ? 'It' : 'Each link'} lets one person join as the address it names. Pass it on privately.
    If {isOne ? 'it' : 'one'} is lost, make a new one under Pending invites.
  </Banner>
)
