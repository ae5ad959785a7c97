import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { scenariosPlugin } from './tools/scenarios-plugin.ts'

export default defineConfig({
  plugins: [react(), scenariosPlugin()],
  build: {
    manifest: true,
    chunkSizeWarningLimit: 1600,
    // Reading the scenarios is most of the work, as it must be; that is no warning.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
})
