/** Acts on an answer: at once where it is there, else when it has come. */
export function withAnswer<T>(answer: T | Promise<T>, act: (answer: T) => void): void {
  if (answer instanceof Promise) void answer.then(act)
  else act(answer)
}
