/** The connection string cannot be used; the message says why, in one line and without secrets. */
export class ConnectionInvalid extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'ConnectionInvalid'
  }
}
