// Drives the pages in a real browser: node run.mjs SCENARIO ADDRESS CHROMIUM
// Says "@word ..." on standard output to have the server's side do something and reads its one-line answer from standard input.
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import * as hotline from "./hotline.mjs";
import * as pages from "./scenarios.mjs";

const scenarios = { ...pages, ...hotline };

const [name, address, executablePath] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
// A microphone that beeps, and nobody to ask whether it may be used.
const microphone = "--use-fake-device-for-media-stream --use-fake-ui-for-media-stream";
const flags = `${microphone} --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync`;

async function ask(...words) {
  console.log(`@${words.join(" ")}`);
  return (await answers.next()).value;
}

const browser = await chromium.launch({ executablePath, args: flags.split(" ") });
const complaints = [];
async function visit(language = "en", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "en-GB", ...options });
  await context.addInitScript((kept) => localStorage.getItem("hotline-language") ?? localStorage.setItem("hotline-language", kept), language);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  return page;
}

try {
  await scenarios[name]({ visit, ask, address, complaints });
  if (complaints.length > 0) throw new Error(`the console is not clean: ${complaints.join(" | ")}`);
  console.log("passed");
} catch (error) {
  console.log(`failed: ${error.message.replaceAll("\n", " ")} ${error.stack?.split("\n").find((line) => /(scenarios|hotline)\.mjs/.test(line)) ?? ""}`);
} finally {
  await browser.close();
  process.exit();
}
