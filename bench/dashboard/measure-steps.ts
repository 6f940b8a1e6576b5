/** The measurements taken in the page. */
interface Measured {
  /** For each step by one event, from the slider's event to the page laid out again. */
  readonly steps: number[]
  /** The same for jumps far away, after which nearly every cell is another. */
  readonly jumps: number[]
  /** Bytes of the heap in use, at the start, in the middle and at the end. */
  readonly memory: number[]
}

/** Runs in the page: steps the slider back, and jumps from time to time, as a reader does. */
export async function measureSteps(steps: number): Promise<Measured> {
  const slider = document.querySelector('.slider') as HTMLInputElement
  const heap = () =>
    (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
  const measured: Measured = { steps: [], jumps: [], memory: [heap()] }
  for (let step = 0; step < steps; step++) {
    await new Promise((frame) => requestAnimationFrame(frame))
    const before = slider.getAttribute('aria-valuetext')
    const started = performance.now()
    const isJump = step % 20 === 19
    if (isJump) {
      slider.value = String(Number(slider.max) * (1 - step / (2 * steps)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    } else {
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
    }
    while (slider.getAttribute('aria-valuetext') === before) await Promise.resolve()
    document.body.getBoundingClientRect()
    const took = performance.now() - started
    if (isJump) measured.jumps.push(took)
    else measured.steps.push(took)
    if (step === steps >> 1) measured.memory.push(heap())
  }
  measured.memory.push(heap())
  return measured
}
