// Serves the built app on one port: static files, and index.html for every page of the app.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../dist')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.glb': 'model/gltf-binary',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const server = createServer((request, response) => {
  let path
  try {
    path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
  } catch {
    response.writeHead(400).end('Bad request')
    return
  }
  const wanted = join(root, path)
  const inside = wanted.startsWith(root) && existsSync(wanted) && statSync(wanted).isFile()
  if (!inside && extname(path)) {
    response.writeHead(404).end('Not found')
    return
  }
  const file = inside ? wanted : join(root, 'index.html')
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  createReadStream(file).pipe(response)
})

const strict = process.env.PORT !== undefined
let port = Number(process.env.PORT ?? 4173)
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && !strict) server.listen(++port)
  else {
    console.error(`The port ${port} cannot be used: ${error.message}`)
    process.exit(1)
  }
})
server.on('listening', () => console.log(`Simcell is ready: http://localhost:${port}/`))
server.listen(port)
