import { getWhole, postJson, request } from '../data/api.ts'

/** An erasure that waits for another admin, as the service lists it. */
export interface Erasure {
  readonly target: string
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
}

/** @throws {ApiError} */
export async function erasuresOf(negotiation: string): Promise<readonly Erasure[]> {
  const path = `/v1/negotiations/${negotiation}/erasures`
  return (await getWhole<{ items: readonly Erasure[] }>(path, 'items')).items
}

/** Asks for the erasure of an entry. @throws {ApiError} */
export async function askErasure(
  negotiation: string,
  asked: { readonly target: string; readonly reason: string },
): Promise<void> {
  await postJson(`/v1/negotiations/${negotiation}/erasures`, asked)
}

/** Erases an entry, as another admin has asked. @throws {ApiError} */
export async function confirmErasure(negotiation: string, target: string): Promise<void> {
  const path = `/v1/negotiations/${negotiation}/erasures/${target}/confirm`
  await request(path, { method: 'POST' })
}
