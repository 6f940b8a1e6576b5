// `node bin/run.js PROGRAM [ARGUMENT ...]`: what the npm scripts run, on whatever Node they find.
import { launch } from './launch.js'

const [program, ...options] = process.argv.slice(2)
launch(program, options)
