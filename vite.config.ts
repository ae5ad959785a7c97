import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { scenariosPlugin } from './tools/scenarios-plugin.ts'

export default defineConfig({
  plugins: [react(), scenariosPlugin()],
  build: { manifest: true, chunkSizeWarningLimit: 1600 },
})
