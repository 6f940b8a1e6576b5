import { didYouMean } from './reason-parts.ts'

interface OfNearest {
  readonly nearest?: string
}

/** Reasons of the service against a part of a request, in English. */
export const requestReasons = {
  principal_unknown: ({ principal, nearest }: OfNearest & { readonly principal: string }) =>
    `names no principal of this service: "${principal}"${didYouMean(nearest)}; correct the id`,
  access_key_unknown: ({ key, nearest }: OfNearest & { readonly key: string }) =>
    `names no access key: "${key}"${didYouMean(nearest)}; correct the id`,
  party_unknown: ({ party, nearest }: OfNearest & { readonly party: string }) =>
    `names no party of the negotiation: "${party}"${didYouMean(nearest)}; correct the id, or list the party first`,
  clearance_unknown: ({
    clearance,
    levels,
  }: {
    readonly clearance: string
    readonly levels: readonly string[]
  }) =>
    `is "${clearance}", which is no level of the negotiation: choose one of ${levels.join(', ')}`,
  roles_not_kept: () =>
    'changes roles, and this service keeps none, since it asks nobody who they are: send it to one whose authentication is required',
}
