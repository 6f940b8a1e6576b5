/** A party or person as the ledger answers. */
interface Named {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly renamings: readonly { readonly name?: string | undefined }[]
}

/** Everything that a party or person is called: its name, the names that it took, and its aliases. */
export function namesOf({ name, aliases = [], renamings }: Named): string[] {
  return [...new Set([name, ...renamings.flatMap((one) => one.name ?? []), ...aliases])]
}
