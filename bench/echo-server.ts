import { serveEcho } from './echo.ts'

// The peer of `post`: what a POST costs that is validated, logged by one line and answered, alone.
await serveEcho()
