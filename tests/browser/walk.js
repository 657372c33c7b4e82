// Swagger UI as somebody uses it who has only the address and a client:
// authorise, register a person, put a case outside the city to the rules, then
// walk the steps of each procedure from what opens a file to its certificate, all
// from the pre-filled examples and in that order. Only the officer's id is filled in.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

function setting(name) {
  assert(process.env[name], `${name} is not set`);
  return process.env[name];
}

const base = setting("YONGWEI_URL");
const clientId = setting("YONGWEI_CLIENT_ID");
const clientSecret = setting("YONGWEI_CLIENT_SECRET");
// As the demonstration prints it.
const officer = "01937a00-0000-7000-8000-00000000b001";
// What opens a file of each procedure, and the steps that follow.
const walks = {
  "/v1/deeds": ["acceptance", "evidence", "evidence-verifications", "assessment", "publication", "confirmation", "deliveries"],
  "/v1/out-of-city-recognitions": ["acceptance", "local-confirmations", "origin-checks", "authenticity-checks", "recognition", "kin-agreements", "handover", "deliveries", "confirmation-falls", "revocation-notices", "confirmation-returns"],
};
const screenshots = new URL("./screenshots/", import.meta.url).pathname;
const profile = await mkdtemp(join(tmpdir(), "yongwei-chromium-"));
await mkdir(screenshots, { recursive: true });

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  viewport: { width: 1280, height: 1000 },
  args: [
    "--no-sandbox", // Chromium refuses to run as root with its sandbox.
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    // It looks up its vendor's hosts otherwise, which a closed network refuses.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

const page = browser.pages()[0] ?? (await browser.newPage());
page.setDefaultTimeout(20_000);
const complaints = [];
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

try {
  await page.goto(new URL("/swagger-ui/", base).href);
  await page.locator(".opblock").first().waitFor();
  await page.screenshot({ path: join(screenshots, "1-opened.png") });

  await authorise(page);
  await execute(page, "/v1/people", 201, "3-person-registered.png");
  await execute(page, "/v1/eligibility/out-of-city", 201, "4-out-of-city-evaluated.png");
  const paths = Object.entries(walks).flatMap(([files, steps]) => [files, ...steps.map((step) => `${files}/{id}/${step}`)]);
  for (const [index, path] of paths.entries()) {
    await execute(page, path, 201, `${5 + index}-${path.split("/").at(-1)}.png`);
  }
  assert.deepEqual(complaints, [], "the browser has nothing to complain of");
} catch (error) {
  await page.screenshot({ path: join(screenshots, "failed.png") });
  console.error("The browser complained:", complaints);
  throw error;
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

/** Fills the dialogue behind *Authorize* and sees that a token came back. */
async function authorise(page) {
  await page.locator(".auth-wrapper > .authorize").click();
  const dialogue = page.locator(".modal-ux");
  await dialogue.locator("input[data-name=clientId]").fill(clientId);
  await dialogue.locator("input[data-name=clientSecret]").fill(clientSecret);
  await dialogue.getByText("select all", { exact: true }).click();
  await dialogue.locator(".auth-btn-wrapper .authorize").click();
  await dialogue.getByText("Logout", { exact: true }).waitFor();
  await page.screenshot({ path: join(screenshots, "2-authorised.png") });
  await dialogue.locator(".btn-done").click();
  console.log("authorised");
}

/** Executes POST `path` with what the form holds already and expects `status` in the page. */
async function execute(page, path, status, screenshot) {
  const operation = page.locator(".opblock-post", {
    has: page.locator(`.opblock-summary-path[data-path="${path}"]`),
  });
  await operation.locator(".opblock-summary").first().click();
  await operation.locator(".opblock-body").waitFor();
  const tryOut = operation.locator(".try-out__btn:not(.cancel)");
  if (await tryOut.isVisible()) {
    await tryOut.click();
  }
  const onBehalfOf = operation.locator("tr[data-param-name='On-Behalf-Of'] input");
  if ((await onBehalfOf.count()) > 0) {
    await onBehalfOf.fill(officer);
  }
  const example = await operation.locator("textarea.body-param__text").inputValue();
  assert.doesNotThrow(() => JSON.parse(example), `the example of ${path} is JSON`);
  await operation.locator(".btn.execute").click();
  const answer = operation.locator(".live-responses-table");
  await answer.locator("tbody .response-col_status").first().waitFor();
  const shown = (await answer.locator("tbody .response-col_status").first().innerText()).trim();
  await answer.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(screenshots, screenshot) });
  assert.equal(shown.split(/\s/)[0], String(status), `${path}: ${await answer.innerText()}`);
  console.log(`POST ${path}: ${shown}`);
}
