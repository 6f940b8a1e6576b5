export function ConvergenceView() {
  return <p>ConvergenceView</p>
}
