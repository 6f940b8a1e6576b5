import { createRequire } from 'node:module'
import { type Credentials, EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { metadataStreamOf, PROBED } from './record.ts'

/** gRPC's code for a user or a password that is not known. */
const UNAUTHENTICATED = 16

/** The client's generated code, which has the calls for users that the client does not offer. */
const own = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'))
const messages = own('../generated/users_pb.js')
const { UsersClient } = own('../generated/users_grpc_pb.js')

/** Members of the client that are there at run time, and that its types keep to itself. */
interface Internals {
  // biome-ignore lint/suspicious/noExplicitAny: the generated code has no types here
  execute<T>(service: unknown, name: string, call: (client: any) => Promise<T>): Promise<T>
  callArguments(options: { credentials: Credentials }): unknown[]
}

/** All that an administrator sets up once on a server: passwords, users and their rights. */
export class Administrator {
  readonly #client: EventStoreDBClient

  /** @param esdb names the nodes; users are named call by call. */
  constructor(esdb: string) {
    this.#client = EventStoreDBClient.connectionString(esdb)
  }

  /** Tells whether the server knows that user by that password. */
  async knows(credentials: Credentials): Promise<boolean> {
    const options = { credentials, expectedRevision: 'no_stream' } as const
    try {
      await this.#client.appendToStream(PROBED, [], options)
    } catch (error) {
      const { code, type } = error as { code?: number; type?: string }
      if (code === UNAUTHENTICATED) return false
      if (type !== 'access-denied' && type !== 'wrong-expected-version') throw error
    }
    return true
  }

  async changePassword(user: string, current: string, password: string): Promise<void> {
    const options = new messages.ChangePasswordReq.Options()
    options.setLoginName(user)
    options.setCurrentPassword(current)
    options.setNewPassword(password)
    const request = new messages.ChangePasswordReq()
    await this.#call('changePassword', request, options, { username: user, password: current })
  }

  async createUser(user: string, password: string, as: Credentials): Promise<void> {
    const options = new messages.CreateReq.Options()
    options.setLoginName(user)
    options.setPassword(password)
    options.setFullName(user)
    try {
      await this.#call('create', new messages.CreateReq(), options, as)
    } catch (error) {
      // The client cannot read the server's empty answer.
      if (!(await this.knows({ username: user, password }))) throw error
    }
  }

  /**
   * Lets a user read and append to every stream and follow all of them, and leaves to
   * administrators alone what deletes streams or sets how long they are kept. Rights that were set
   * before, of all streams or of following them, are left as they are.
   */
  async grant(user: string, as: Credentials): Promise<void> {
    const administrators = '$admins'
    const kept = { $d: administrators, $mw: administrators }
    const acl = {
      $userStreamAcl: { $r: '$all', $w: user, $mr: '$all', ...kept },
      $systemStreamAcl: { $r: administrators, $w: administrators, $mr: administrators, ...kept },
    }
    const all = { $acl: { $r: [administrators, user] } }
    await this.#appendFirst('$settings', 'update-default-acl', acl, as)
    await this.#appendFirst('$$$all', '$metadata', all, as)
  }

  /**
   * Replaces the metadata of a stream by none. Done twice: the first brings a deleted stream back
   * without its events, the second with them.
   *
   * @returns false, and changes nothing, if the stream has no metadata.
   */
  async clearMetadata(stream: string, as: Credentials): Promise<boolean> {
    const name = metadataStreamOf(stream)
    if ((await this.firstRevision(name, as)) === undefined) return false
    for (const _ of [1, 2]) {
      const event = jsonEvent({ type: '$metadata', data: {} })
      await this.#client.appendToStream(name, event, { credentials: as })
    }
    return true
  }

  /** The revision of the first event that a stream still has; undefined if it has none. */
  async firstRevision(stream: string, credentials: Credentials): Promise<number | undefined> {
    try {
      const events = this.#client.readStream(stream, { maxCount: 1, credentials })
      for await (const { event } of events) return Number(event?.revision)
    } catch (error) {
      if ((error as { type?: string }).type !== 'stream-not-found') throw error
    }
    return undefined
  }

  async dispose(): Promise<void> {
    await this.#client.dispose()
  }

  /** Appends the first event of a stream; nothing where there is one. */
  async #appendFirst(stream: string, type: string, data: object, credentials: Credentials) {
    const event = jsonEvent({ type, data: data as Record<string, unknown> })
    const options = { credentials, expectedRevision: 'no_stream' } as const
    try {
      await this.#client.appendToStream(stream, event, options)
    } catch (error) {
      if ((error as { type?: string }).type !== 'wrong-expected-version') throw error
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  async #call(name: string, request: any, options: unknown, credentials: Credentials) {
    const { execute, callArguments } = this.#client as unknown as Internals
    request.setOptions(options)
    await execute(UsersClient, name, (client) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      client[name](request, ...callArguments({ credentials }), (error: unknown) =>
        error ? reject(error) : resolve(),
      )
      return promise
    })
  }
}
