import { createServer, type Socket } from 'node:net'

// The peer of `streams`: sockets that each get the same bytes, which a POST brings as its body.

const readers = new Set<Socket>()

const server = createServer((socket) => {
  let asked = ''
  socket.on('error', () => readers.delete(socket))
  socket.on('close', () => readers.delete(socket))
  socket.on('data', (chunk) => {
    asked += chunk.toString('latin1')
    const end = asked.indexOf('\r\n\r\n')
    if (end < 0) return
    if (asked.startsWith('GET')) {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n')
      readers.add(socket)
      asked = ''
      return
    }
    const length = Number(/content-length: (\d+)/i.exec(asked)?.[1] ?? 0)
    const body = asked.slice(end + 4)
    if (body.length < length) return
    for (const reader of readers) reader.write(body)
    socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n')
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { readonly port: number }
  console.info(`http://127.0.0.1:${port}`)
})
