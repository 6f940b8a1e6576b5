/** A stream that is silent for longer is broken: the service shows four times as often that it is there. */
const SILENCE = 60_000

/** A response whose body fails once nothing arrives any more, though nobody hung up. */
export function untilSilent(response: Response): Response {
  let timer: ReturnType<typeof setTimeout> | undefined
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => watch(controller),
    transform(chunk, controller) {
      watch(controller)
      controller.enqueue(chunk)
    },
    flush: () => clearTimeout(timer),
  })
  function watch(controller: TransformStreamDefaultController) {
    clearTimeout(timer)
    timer = setTimeout(() => controller.error(new Error('silence')), SILENCE)
  }
  return new Response(response.body?.pipeThrough(watched))
}
