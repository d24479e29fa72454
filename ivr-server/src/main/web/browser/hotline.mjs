// One real call as people see it in their browsers, from the first ring to a search in its record.
import assert from "node:assert/strict";
import { byId, logIn, until } from "./steps.mjs";

const LONG = 60_000;
const said = (page, side, words) => page.locator("[role=log] p.said", { has: page.locator(`.side-${side}`), hasText: words });

/** Writes down in the page whatever the caller's lines of the running transcript come to say. */
async function takeDown(page) {
  await page.locator("[role=log]").waitFor();
  await page.evaluate(() => {
    const lines = (window.takenDown = []);
    const look = () => {
      for (const words of document.querySelectorAll("[role=log] p.said:has(.side-caller) .words")) {
        if (words.textContent && !lines.includes(words.textContent)) lines.push(words.textContent);
      }
    };
    new MutationObserver(look).observe(document.querySelector("[role=log]"), { subtree: true, childList: true, characterData: true });
  });
}

export async function wholeCall({ visit, ask, address }) {
  // An administrator lets the agent in, under a login name of her own.
  const board = await visit("en");
  await logIn(board, address, "admin", await ask("password"));
  await board.goto(`${address}/users`);
  const form = board.locator("form.new-user");
  await form.locator("input[name=name]").fill("alice.w");
  await form.locator("input[name=agent]").fill("alice");
  await form.locator("button[type=submit]").click();
  const desk = await visit("en");
  await logIn(desk, address, "alice.w", await byId(board, "told").locator("code").innerText());
  await desk.waitForURL(`${address}/desk`);
  await ask("signs-in");
  await until("the agent is ready", () => desk.locator(".my-state .state-available").isVisible(), LONG);

  // Somebody calls, and is seen and read while speaking.
  await board.goto(address);
  await board.locator("[data-fresh=fresh]").waitFor();
  const row = board.locator("tr[data-testid^=live-]");
  await until("no other call goes on", async () => (await row.count()) === 0, LONG);
  await ask("dials");
  const seen = await until("the caller is on the board", () => row.isVisible(), LONG);
  console.log(`the caller was on the board ${Math.round(seen)} ms after the INVITE`);
  await row.click();
  await takeDown(board);
  await ask("says");
  await until("the words are heard", () => said(board, "caller", "wrong item").isVisible(), LONG);
  const grown = await board.evaluate(() => window.takenDown);
  assert.ok(grown.length > 1 && grown[0].length < grown.at(-1).length, `the transcript grows while it is spoken: ${grown.join(" | ")}`);
  await ask("gives-the-number");
  await until("the caller waits", async () => (await byId(board, "queue-english").locator("[data-testid=waiting]").innerText()) === "1", LONG);

  // The agent knows why before answering; then both talk.
  await until("the phone rings on the desk", async () => (await byId(desk, "my-call").getAttribute("data-state")) === "offered", LONG);
  assert.equal(await byId(desk, "why").innerText(), "wrong-item");
  assert.match(await byId(desk, "my-call").locator(".facts").innerText(), /12345678/);
  await said(desk, "caller", "wrong item").waitFor(); // what was said is there before the answer
  await ask("answers");
  await until("they talk", async () => (await byId(desk, "my-call").getAttribute("data-state")) === "talking", LONG);
  const microphones = await board.evaluate(() => {
    window.microphones = 0;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error(`asked for the microphone ${++window.microphones}`));
    return window.microphones;
  });
  await board.locator(".listen-button:enabled").waitFor();
  await board.keyboard.press("KeyL");
  await board.getByText("You hear both sides. Nobody hears you").waitFor({ timeout: LONG });
  await ask("both-talk");
  const level = (side) => byId(board, `level-${side}`).evaluate((meter) => meter.value);
  await until("the agent is heard in the browser", async () => (await level("other")) > 0.1, LONG);
  await until("the caller is heard in the browser", async () => (await level("caller")) > 0.1, LONG);
  assert.equal(await board.evaluate(() => window.microphones), microphones, "listening asks for no microphone");
  await until("the agent is read", () => said(desk, "agent", "refund").isVisible(), LONG);
  await until("the caller is read", () => said(desk, "caller", "thank you").isVisible(), LONG);
  await ask("hangs-up");
  await board.getByText("The call is over.").waitFor({ timeout: LONG });

  // The record plays, and the words move with the sound.
  await board.getByText("Open the record").click();
  await byId(board, "wave").waitFor({ timeout: LONG });
  const line = board.locator(".turn", { hasText: "wrong item" }).first();
  await line.locator("button").click();
  await until("the line is chosen", async () => (await line.getAttribute("aria-current")) === "true");
  const time = async () => Number(await byId(board, "player").getAttribute("data-time"));
  const from = await time();
  await byId(board, "play").click();
  await until("the recording plays", async () => (await time()) > from + 0.5, LONG);
  await until("the words follow", async () => (await line.getAttribute("aria-current")) === null, LONG);
  await byId(board, "play").click();

  // What was said is found in both languages, and plays at its place.
  for (const [words, found] of [["wrong item", /wrong item/], ["快递", /快递/]]) {
    const hit = board.locator("[data-testid=hit]").first();
    await until(`${words} is found`, async () => {
      await board.goto(`${address}/search?q=${encodeURIComponent(words)}`);
      await board.locator("[data-testid=hit], .empty").first().waitFor();
      return hit.isVisible();
    }, LONG);
    await hit.locator("a").click();
    await byId(board, "player").waitFor();
    assert.match(await board.locator("[aria-current=true]").innerText(), found);
  }
}
