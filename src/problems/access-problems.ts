import type { ProblemKind } from './problems.ts'

/** Problems of who asks, and what they may do, by their codes. */
export const accessProblems = {
  authentication_required: {
    status: 401,
    title: 'The request does not say who sends it',
    help: 'This service answers those alone whom it knows. Send an access key, or an access token of the provider that it trusts, as `Authorization: Bearer <key>`; the command line takes it from LEDGER_ACCESS_KEY. Whoever runs the service makes keys (docs/access.md).',
  },
  credentials_invalid: {
    status: 401,
    title: 'The credentials are not valid',
    help: 'The access key or token is mistyped, has expired or was revoked, the token is of another provider or for another service, or `Authorization` is not of the form `Bearer <key>`. Ask whoever runs the service for another key.',
  },
  clearance_changed: {
    status: 409,
    title: 'What the sender is cleared for has changed',
    help: 'A stream of events ends when a role is granted or revoked that changes the level up to which its reader is given bodies. Drop what was read, and read the negotiation anew.',
  },
  not_permitted: {
    status: 403,
    title: 'The sender may not do that',
    help: 'The credentials are valid and do not reach so far; `detail` says what is missing. If it is a scope, use a key that has it. If it is a role, ask for it: admins grant the roles in a negotiation, operators those in the service (docs/access.md). Nothing was written.',
  },
  unknown_access_key: {
    status: 404,
    title: 'There is no such access key',
    help: 'No key has this id. `GET /v1/access/keys` lists all, those that were revoked included.',
  },
  login_not_offered: {
    status: 404,
    title: 'People do not log in at a provider here',
    help: 'The service has no client at a provider of OpenID Connect. Log in to the dashboard by an access key; the operator sets `LEDGER_OIDC_CLIENT` (docs/access.md).',
  },
} as const satisfies Record<string, ProblemKind>
