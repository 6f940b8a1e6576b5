import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { type LoginOptions, loginOptions, pageToReturnTo } from '../state/access.ts'
import { messages } from '../words/messages.ts'
import { AccessKeyForm } from './access-key-form.tsx'
import { TopBar } from './top-bar.tsx'

/** The causes for which a login at the provider came to nothing, as the service names them. */
function faultText(code: string | null): string | undefined {
  const faults: Readonly<Record<string, string>> = messages.shell.loginFaults
  return faults[code ?? '']
}

/** Has a reader log in, at the provider where there is one, or by an access key. */
export function LogIn() {
  const [options, setOptions] = useState<LoginOptions>()
  useEffect(() => {
    document.title = `${messages.shell.logIn} · ${messages.shell.product}`
    loginOptions().then(setOptions)
  }, [])
  const fault = faultText(new URLSearchParams(location.search).get('login'))
  return (
    <>
      <TopBar />
      <main class="list-page">
        <h1>{messages.shell.logIn}</h1>
        <Alarm problem={fault} />
        <p>{messages.shell.onlyKnown}</p>
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
        {messages.shell.logInAt(new URL(issuer).host)}
      </a>
    </p>
  )
}
