// What every scenario does.
export const PASSWORD = "correct horse battery";

export async function logIn(page, address, user = "lin", password = PASSWORD) {
  await page.goto(`${address}/login`);
  await page.fill("input[name=name]", user);
  await page.fill("input[name=password]", password);
  await page.click("button[type=submit]");
  await page.waitForSelector("nav");
}

export const byId = (page, id) => page.locator(`[data-testid="${id}"]`);

/** Waits until `probe` answers true; answers how long that took in milliseconds. */
export async function until(what, probe, patience = 5_000) {
  const began = performance.now();
  while (!(await probe())) {
    if (performance.now() - began > patience) throw new Error(`${what}: not within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - began;
}
