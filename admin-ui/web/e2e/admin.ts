import { test as base, expect, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { ADMIN_URL, PASSWORD } from './platform';

/** A page that must log no error, break no policy and ask nobody but the admin server. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (e) => complaints.push(String(e)));
    page.on('console', (m) => {
      // what is refused on purpose is logged by the browser, too
      if (m.type() === 'error' && !m.text().includes('401')) {
        complaints.push(m.text());
      }
    });
    page.on('request', (r) => {
      if (!r.url().startsWith(ADMIN_URL)) {
        complaints.push(`asked ${r.url()}`);
      }
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

export async function login(page: Page, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

export async function loggedIn(page: Page): Promise<void> {
  await login(page);
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
}

/** No violation that axe can see, neither in light nor in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map((v) => `${colorScheme}: ${v.id} ${v.nodes.map((n) => n.html).join(' ')}`),
    ).toEqual([]);
  }
}
