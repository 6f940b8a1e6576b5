import { useEffect } from 'preact/hooks'
import { NegotiationList } from './shell/negotiation-list.tsx'
import { NegotiationPage } from './shell/negotiation-page.tsx'
import { open } from './state/ledger.ts'
import { route } from './state/route.ts'

export function App() {
  const { negotiation } = route.value
  useEffect(() => {
    if (negotiation !== undefined) void open(negotiation)
  }, [negotiation])
  return negotiation === undefined ? <NegotiationList /> : <NegotiationPage />
}
