export function BriefingView() {
  return <p>BriefingView</p>
}
