// Preloaded into a service: SIGUSR2 sets its clock ahead by an hour, and the next one back again.
const HOUR = 60 * 60 * 1000
const now = Date.now.bind(Date)
let ahead = 0

Date.now = () => now() + ahead
process.on('SIGUSR2', () => {
  ahead = ahead === 0 ? HOUR : 0
})
