export function MeetingsView() {
  return <p>MeetingsView</p>
}
