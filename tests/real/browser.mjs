// Chromium for tests/real/browser.py: a command in JSON on each line, and its answer on a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const browser = await chromium.launch({ executablePath: process.argv[2], args: FLAGS });
let context, page, asked, stopped, said;

const commands = {
  // Opens a page in a window of its own, without anything that was kept from another.
  async open({ url, width = 1400, height = 900, colorScheme = "light", javaScriptEnabled = true }) {
    await context?.close();
    context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled });
    page = await context.newPage();
    [asked, stopped, said] = [[], [], []];
    context.on("request", (request) => asked.push(request.url()));
    context.on("requestfailed", (request) => {
      if (request.failure().errorText === "csp") stopped.push(request.url());
    });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    await page.goto(url);
  },
  reload: () => page.reload(),
  press: ({ keys }) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve()),
  evaluate: ({ script }) => page.evaluate(script),
  // Until a script says yes, whatever page is there by then; returns the time in milliseconds.
  async wait({ script }) {
    for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((then) => setTimeout(then, 5))) {
      if (await page.evaluate(script).catch(() => false)) return Date.now();
    }
    throw new Error(`not within ten seconds: ${script}`);
  },
  style: ({ selector, name }) =>
    page.locator(selector).first().evaluate((element, key) => getComputedStyle(element)[key], name),
  // What the page asked for, what of that its policy stopped, and everything that it said.
  heard: () => ({ asked, stopped, said }),
  async violations() {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate("axe.run(document)");
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  },
  media: ({ media }) => page.emulateMedia({ media }),
  pdf: ({ path }) => page.pdf({ path, preferCSSPageSize: true, printBackground: true }),
  // Of the whole page, or of what is in the window.
  picture: ({ path, fullPage = true }) => page.screenshot({ path, fullPage }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...how } = JSON.parse(line);
  let answer;
  try {
    const result = await commands[command](how);
    answer = { result: ["reload", "pdf", "picture"].includes(command) ? null : result ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
