/** The platform that is tested, as the environment gives it. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set (expected: that of a running platform, see RATIONALE.md)`);
  }
  return value;
}

export const ADMIN_URL = required('SIGMA_ADMIN_URL');
export const SETUP_CODE = process.env.SIGMA_ADMIN_SETUP_CODE ?? '';
export const PASSWORD = process.env.SIGMA_ADMIN_PASSWORD ?? 'end-to-end tests chose this';
export const WORKER_PID = process.env.SIGMA_WORKER_PID;
export const WORKER_NAME = process.env.SIGMA_WORKER_NAME ?? 'worker-1';
/** Never on a page; no test may need it but to look for it. */
export const API_KEY = process.env.SIGMA_API_KEY ?? '';

export type Service = { name: string; url: string };

/** The services that the admin server was given. */
export const SERVICES: Service[] = required('SIGMA_ADMIN_SERVICES')
  .split(',')
  .map((entry) => {
    const [name = '', url = ''] = entry.split('=', 2);
    return { name: name.trim(), url: url.trim() };
  });
