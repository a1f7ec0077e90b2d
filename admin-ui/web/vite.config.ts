import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // the Content-Security-Policy allows no data: URLs
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `npm run dev` beside a server of this module
    proxy: { '/api': process.env.SIGMA_ADMIN_URL ?? 'http://127.0.0.1:8480' },
  },
});
