import { describe, expect, it } from 'vitest'
import { readConnection } from '../../src/store/kurrentdb/connection.ts'
import { ConnectionInvalid } from '../../src/store/kurrentdb/connection-invalid.ts'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'

describe('a connection string', () => {
  it.each([
    [
      'esdb://host?tls=false',
      'esdb://host?tls=false',
      'kurrentdb://host?tls=false&discoveryInterval=100',
    ],
    [
      'kurrentdb://host:1?tls=false',
      'esdb://host:1?tls=false',
      'kurrentdb://host:1?tls=false&discoveryInterval=100',
    ],
    [
      'esdb://a:1,b:2,c:3/?TLS=false',
      'esdb://a:1,b:2,c:3?tls=false',
      'kurrentdb://a:1,b:2,c:3?tls=false&discoveryInterval=100',
    ],
    [
      'esdb+discover://u:p@a.example',
      'esdb+discover://u:p@a.example',
      'kurrentdb+discover://u:p@a.example?discoveryInterval=100',
    ],
    [
      'esdb://u:p@a?tlsCAFile=/ca.crt&gossipTimeout=3&nodepreference=leader',
      'esdb://u:p@a?tlsCAFile=/ca.crt&gossipTimeout=3&nodePreference=leader',
      'kurrentdb://u:p@a?tlsCAFile=/ca.crt&nodePreference=leader&discoveryInterval=100',
    ],
    [
      'esdb://a?tls=false&discoveryInterval=9',
      'esdb://a?tls=false&discoveryInterval=9',
      'kurrentdb://a?tls=false&discoveryInterval=9',
    ],
  ])('%s says the same to both clients', (given, esdb, kurrentdb) => {
    expect(readConnection(given)).toMatchObject({ esdb, kurrentdb })
  })

  it('gives credentials for every append: its own, decoded, or those of nobody without TLS', () => {
    expect(readConnection('esdb://ann:p%40ss%3A@a').credentials).toEqual({
      username: 'ann',
      password: 'p@ss:',
    })
    expect(readConnection('esdb://a?tls=false').credentials.username).toBe('nobody')
  })

  it('is shown without its password', () => {
    expect(readConnection('esdb://ann:secret@a:1').shown).toBe('esdb://a:1')
  })

  it.each([
    ['esdb:/host', 'must be esdb://host:port'],
    ['http://host', 'must be esdb://host:port'],
    ['esdb://', 'names no host'],
    ['esdb://[::1]:2113?tls=false', 'has an IPv6 address in brackets'],
    ['esdb://a,,b?tls=false', 'names no host that can be reached: ""'],
    ['esdb://a:70000?tls=false', 'must have a port up to 65535 after "a:"'],
    ['esdb://a?tls=false ', 'option tls cannot be "false "'],
    ['esdb://u:p@a?userCertFile=/a', 'needs userCertFile and userKeyFile together'],
    ['esdb://u:p@a?tlsCAFile=/%', 'option tlsCAFile has a %'],
    ['esdb://a', 'needs user:password@ before the host, unless it says tls=false'],
    ['esdb://u:p@a,10.0.0.1:2113', 'needs a name for "10.0.0.1:2113"'],
    ['esdb://ann@a', 'needs user:password'],
    ['esdb://ann:%zz@a', 'needs user:password, percent-encoded'],
    ['esdb://a?tls=no', 'option tls cannot be "no"'],
    ['esdb://a?tls=false&tls=true', 'option tls is given twice'],
    ['esdb://a?tls=false&', 'option "" is unknown'],
    ['esdb://a?tls=false&maxDiscoverAttempts=many', 'option maxDiscoverAttempts cannot be "many"'],
    ['esdb://a?tls=false&colour=red', 'option "colour" is unknown: there are tls, '],
    ['esdb://a?tls=false&throwOnAppendFailure=false', 'appends that fail must say so'],
    ['esdb://u:p@a?tlsVerifyCert=false', 'has no effect in the client'],
    ['esdb://a?tls=false&defaultDeadline=1', 'sets its own deadlines'],
  ])('%s is refused in one line', (given, why) => {
    const refusal = thrownBy(() => readConnection(given))
    expect(refusal).toBeInstanceOf(ConnectionInvalid)
    expect((refusal as Error).message).toContain(why)
    expect((refusal as Error).message).not.toMatch(/\n|secret/)
  })
})

describe('a password that is not percent-encoded', () => {
  it.each(['?', '#', '/', '@', ':', '%', '/?', '@b?tls=', '@b?', '@b/?c&', ' ', '[', '"', 'é'])(
    'is refused by what is to be done, and no part of it is shown: %s',
    (character) => {
      for (const rest of ['@localhost:2115?tls=false', '@localhost', '@localhost?tls=false&a=b']) {
        const refusal = thrownBy(() => readConnection(`esdb://ledger:geh${character}eim${rest}`))
        expect(refusal).toBeInstanceOf(ConnectionInvalid)
        expect((refusal as Error).message).toContain('needs user:password, percent-encoded')
        expect((refusal as Error).message).not.toMatch(/geh|eim/)
      }
    },
  )

  it.each(['esdb://ledger:geheim', 'esdb://ledger:geheim?tls=false', 'esdb://ledger:geheim/'])(
    'nor of one whose host is missing: %s',
    (given) => {
      const refusal = thrownBy(() => readConnection(given)) as Error
      expect(refusal.message).toContain('user:password and an @ before a host')
      expect(refusal.message).not.toContain('geheim')
    },
  )
})

it('a file that an option names and that is not there is named with the option', () => {
  const given = 'esdb://u:geheim@a?tlsCAFile=/nowhere/ca%20one.crt'
  const refusal = thrownBy(() => openKurrentStore(given)) as Error
  expect(refusal).toBeInstanceOf(ConnectionInvalid)
  expect(refusal.message).toBe(
    'option tlsCAFile names /nowhere/ca one.crt, which cannot be read: there is no such file',
  )
})

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}
