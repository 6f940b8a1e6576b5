import { Glance } from './glance.tsx'
import { MatrixTable } from './matrix-table.tsx'

export function StancesView() {
  return (
    <>
      <MatrixTable />
      <Glance />
    </>
  )
}
