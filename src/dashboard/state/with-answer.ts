/** Acts on an answer: at once where it is there, else when it has come. A failure is told elsewhere. */
export function withAnswer<T>(answer: T | Promise<T>, act: (answer: T) => void): void {
  if (answer instanceof Promise) void answer.then(act, () => undefined)
  else act(answer)
}
