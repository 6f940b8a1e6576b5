/** A place in the server's log of everything. */
export interface LogPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

const TOKEN = /^(0|[1-9]\d{0,18})-(0|[1-9]\d{0,18})$/

/** The token by which others name a position. */
export function tokenOf({ commit, prepare }: LogPosition): string {
  return `${commit}-${prepare}`
}

/** @throws {RangeError} the token is none of ours. */
export function positionOf(token: string): LogPosition {
  const [, commit, prepare] = TOKEN.exec(token) ?? []
  if (commit === undefined || prepare === undefined) {
    throw new RangeError(`${token} is not a position of this store`)
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) }
}

export function isAfter(a: LogPosition, b: LogPosition): boolean {
  return a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare)
}
