import { WhyScreen } from '@/components/access-explorer/why-screen'
import { refusedToOthers } from '../../users/refused'
import { mayAsk } from '../asked'

export const metadata = { title: 'Why' }

export default async function WhyPage() {
  return (await refusedToOthers(await mayAsk())) ?? <WhyScreen />
}
