export function DraftsView() {
  return <p>DraftsView</p>
}
