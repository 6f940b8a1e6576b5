export function RecordView() {
  return <p>RecordView</p>
}
