import { afterAll, describe } from 'vitest'
import { damage } from './damage.ts'
import { hands } from './hands.ts'
import { MockServer } from './mock-server.ts'
// How long services disagree is judged in the long run, which has more limits of other hands.
import '../in-long-run.ts'

/** What a real server shows as well, where there is one: here on one that is always there. */
describe('on the mock of the gRPC services', async () => {
  const server = new MockServer()
  const url = await server.start()
  afterAll(() => server.stop())

  damage(url, false)
  hands(url, 'mock')
})
