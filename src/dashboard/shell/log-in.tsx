import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { type LoginOptions, loginOptions, pageToReturnTo } from '../state/access.ts'
import { AccessKeyForm } from './access-key-form.tsx'
import { TopBar } from './top-bar.tsx'

/** The causes for which a login at the provider came to nothing, as the service names them. */
const FAULTS: Readonly<Record<string, string>> = {
  expired:
    'That login took too long, was begun in another browser, or was used before. Log in again.',
  refused: 'The provider let nobody in. Log in again there, or use an access key.',
  unavailable:
    'The provider does not answer just now. Try again in a moment, or use an access key.',
  failed:
    'The login failed between the service and the provider. The log of the service says why: tell whoever runs it.',
}

/** Has a reader log in, at the provider where there is one, or by an access key. */
export function LogIn() {
  const [options, setOptions] = useState<LoginOptions>()
  useEffect(() => {
    document.title = 'Log in · Diplomacy Ledger'
    loginOptions().then(setOptions)
  }, [])
  const fault = FAULTS[new URLSearchParams(location.search).get('login') ?? '']
  return (
    <>
      <TopBar />
      <main class="list-page">
        <h1>Log in</h1>
        <Alarm problem={fault} />
        <p>This service answers only people whom it knows.</p>
        {options?.provider != null && <AtProvider issuer={options.provider} />}
        {options !== undefined && <AccessKeyForm isOnly={options.provider === null} />}
      </main>
    </>
  )
}

function AtProvider({ issuer }: { issuer: string }) {
  const to = encodeURIComponent(pageToReturnTo())
  return (
    <p>
      <a class="button primary" href={`/v1/access/login?to=${to}`}>
        Log in at {new URL(issuer).host}
      </a>
    </p>
  )
}
