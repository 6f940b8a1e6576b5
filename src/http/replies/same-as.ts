import type { z } from 'zod'

/** A type with its members spelt out, however it was put together. */
export type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T

type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

/**
 * Holds a schema to the interface of what a projection tells, member by member, both ways: where the
 * two differ, the call does not compile. Nothing is checked at run time.
 */
export function sameAs<T>() {
  return <S extends z.ZodType>(schema: Same<z.output<S>, T> extends true ? S : never): S => schema
}
