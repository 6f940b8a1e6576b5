import { createRequire } from 'node:module'

/** The protocol as the client has it: what it makes calls with, and what its calls are made of. */
const own = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'))
const generated = (name: string) => own(`../generated/${name}_pb.js`)

// The generated code has no types that could be checked here.
// biome-ignore lint/suspicious/noExplicitAny: see above
export const grpc: any = own('@grpc/grpc-js')
export const streams = generated('streams')
export const shared = generated('shared')
export const features = generated('serverfeatures')
export const operations = generated('operations')
export const operationsService = generated('operations_grpc')
export const gossipService = generated('gossip_grpc')
export const streamsService = generated('streams_grpc')
export const featuresService = generated('serverfeatures_grpc')
