/** What was measured in the page. */
interface Measured {
  /** For each step, from the slider's event to the page laid out anew. */
  readonly milliseconds: number[]
  /** Bytes of the heap in use, at the start, in the middle and at the end. */
  readonly memory: number[]
}

/** Runs in the page: steps the slider back, and jumps from time to time, as a reader does. */
export async function measureSteps(steps: number): Promise<Measured> {
  const slider = document.querySelector('.slider') as HTMLInputElement
  const heap = () =>
    (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
  const milliseconds: number[] = []
  const memory = [heap()]
  for (let step = 0; step < steps; step++) {
    await new Promise((frame) => requestAnimationFrame(frame))
    const before = slider.getAttribute('aria-valuetext')
    const at = Number(slider.value)
    const started = performance.now()
    slider.value = String(step % 20 === 19 ? Number(slider.max) - step * 20 : at - 1)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    while (slider.getAttribute('aria-valuetext') === before) await Promise.resolve()
    document.body.getBoundingClientRect()
    milliseconds.push(performance.now() - started)
    if (step === steps >> 1) memory.push(heap())
  }
  memory.push(heap())
  return { milliseconds, memory }
}
