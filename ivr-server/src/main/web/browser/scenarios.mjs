import assert from "node:assert/strict";
import axe from "axe-core";
import { byId, logIn, PASSWORD, until } from "./steps.mjs";

const REFUND = "c9000sample";

export async function login({ visit, address, complaints }) {
  const page = await visit("zh");
  await page.goto(`${address}/calls?agent=anna`);
  await page.waitForURL(/\/login\?to=/);
  await page.fill("input[name=name]", "lin");
  await page.fill("input[name=password]", "wrong");
  await page.click("button[type=submit]");
  await page.getByText("用户名或密码错误").waitFor();
  complaints.splice(0); // the browser itself notes the refused request
  await page.fill("input[name=password]", PASSWORD);
  await page.click("button[type=submit]");
  await page.waitForURL(`${address}/calls?agent=anna`);
  await page.getByText("English").click();
  await page.getByText("Export CSV").waitFor();
  await page.reload();
  await page.getByText("Export CSV").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.getByText("Log out").click();
  await page.waitForURL(`${address}/login`);
  await page.goto(`${address}/calls`);
  await page.waitForURL(/\/login/);
}

export async function board({ visit, ask, address }) {
  const page = await visit("en");
  await logIn(page, address);
  const tile = byId(page, "queue-vip");
  assert.equal(await tile.locator("[data-testid=waiting]").innerText(), "0");
  assert.equal(await byId(page, "total-waiting").innerText(), "1");
  await ask("enters", "vip", "browser0caller");
  const took = await until("tile counts the caller", async () => (await tile.locator("[data-testid=waiting]").innerText()) === "1");
  assert.ok(took < 1_000, `the board took ${took} ms`);
  assert.equal(await byId(page, "total-waiting").innerText(), "2");
  await byId(page, "agent-dai").getByText("Not answering").waitFor();
  assert.equal(await byId(page, "total-ready").innerText(), "1", "an agent with a silent phone is not ready");

  await byId(page, "live-live2robot").click();
  const drawer = byId(page, "drawer");
  await page.waitForURL(/call=live2robot/);
  const log = drawer.locator("[role=log]");
  await log.getByText("i was charged").waitFor();
  assert.equal(await log.locator("p.partial").getAttribute("aria-hidden"), "true");
  await ask("hears", "live2robot", "i was charged twice");
  await log.getByText("i was charged twice").waitFor();

  await drawer.getByText("Hang up").click();
  await drawer.getByText("Press again to hang up").click();
  await drawer.getByText("Hanging up").waitFor();
  await until("it was asked", async () => (await ask("asked")) === "hang up live2robot");
  await ask("ends", "live2robot");
  await drawer.getByText("The call is over.").waitFor();
  await drawer.getByText("i was charged twice").waitFor();
}

export async function elsewhere({ visit, ask, address }) {
  const page = await visit("en");
  await logIn(page, address);
  await ask("observes");
  const tile = byId(page, "queue-asterisk-service");
  await tile.getByText("Asterisk").waitFor();
  assert.equal(await tile.locator("[data-testid=waiting]").innerText(), "1");
  assert.equal(await tile.locator("[data-testid=average-answer]").innerText(), "0:17");
  assert.equal(await byId(page, "queue-service").getByText("Asterisk").count(), 0, "ours of the same name is another");
  assert.equal(await byId(page, "total-waiting").innerText(), "2");

  const pia = byId(page, "agent-asterisk.PJSIP-pia");
  assert.match(await pia.innerText(), /lunch/);
  await pia.locator("summary").click();
  await pia.getByText("Sign out").waitFor();
  await pia.getByText("Set ready").click();
  await until("it was asked", async () => (await ask("asked")) === "asterisk.PJSIP-pia available");
  const otto = byId(page, "agent-asterisk.PJSIP-otto");
  await otto.locator("summary").click();
  assert.equal(await otto.getByText("Sign out").count(), 0, "a member by configuration is not signed out");

  await byId(page, "live-ast2talking").click();
  const drawer = byId(page, "drawer");
  await drawer.getByText("Otto Lang").waitFor();
  await drawer.getByText("Hang up").waitFor();

  await ask("observes-nothing");
  await byId(page, "silence").getByText(/Nothing is heard from Asterisk/).waitFor();
  assert.equal(await tile.getAttribute("data-silent"), "true");
  assert.equal(await byId(page, "queue-service").getAttribute("data-silent"), "false");
  assert.equal(await tile.locator("[data-testid=waiting]").innerText(), "1", "as it was");
  assert.equal(await byId(page, "total-waiting").innerText(), "1", "what is not known is not summed");
  const timer = byId(page, "live-ast1waiting").locator(".timer");
  const ours = byId(page, "live-live1waiting").locator(".timer");
  const [stopped, running] = [await timer.innerText(), await ours.innerText()];
  await until("our timers run", async () => (await ours.innerText()) !== running, 2_500);
  assert.equal(await timer.innerText(), stopped, "theirs stand still");
  await ask("observes");
  await until("it is heard again", async () => (await byId(page, "silence").count()) === 0);
}

export async function staleness({ visit, ask, address }) {
  const page = await visit("en");
  await logIn(page, address);
  const fresh = () => byId(page, "board").getAttribute("data-fresh");
  const timer = byId(page, "live-live1waiting").locator(".timer");
  await until("fresh", async () => (await fresh()) === "fresh");
  const first = await timer.innerText();
  await until("timers run", async () => (await timer.innerText()) !== first, 2_500);

  await ask("silence");
  await until("stale", async () => (await fresh()) === "stale", 8_000);
  await page.waitForTimeout(400); // timers are painted five times a second
  const stopped = await timer.innerText();
  await page.waitForTimeout(3_000);
  assert.equal(await timer.innerText(), stopped, "timers stop when nothing is known");
  await page.getByText(/Data stopped at .* ago/).waitFor();
  await until("lost", async () => (await fresh()) === "lost", 15_000);
  await page.getByText(/No connection to the server/).waitFor();

  await ask("enters", "vip", "while0silent");
  await ask("speak");
  await until("fresh again", async () => (await fresh()) === "fresh", 8_000);
  await until("what was missed is there", async () => (await byId(page, "queue-vip").locator("[data-testid=waiting]").innerText()) !== "0");
  await until("timers run again", async () => (await timer.innerText()) !== stopped, 2_500);
}

export async function call({ visit, ask, address }) {
  const page = await visit("zh");
  await logIn(page, address, "quinn");
  await page.goto(`${address}/calls/${REFUND}?t=28.9`);
  const time = async () => Number(await byId(page, "player").getAttribute("data-time"));
  const current = () => page.locator("[aria-current=true]").getAttribute("data-testid");
  await byId(page, "wave").waitFor();
  assert.equal(await time(), 28.9, "an address names a place in the call");
  assert.equal(await current(), "line-5");

  await byId(page, "line-6").locator("button").click();
  await page.waitForURL(/t=34\.0/);
  assert.ok(Math.abs((await time()) - 34) < 0.15);
  assert.equal(await current(), "line-6");
  assert.equal(await ask("listened"), "0", "looking is not listening");

  const box = await byId(page, "wave").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + 20);
  await until("the waveform seeks", async () => Math.abs((await time()) - 30) < 0.3);
  assert.equal(await current(), "line-5");

  await byId(page, "play").click();
  await until("it plays", async () => (await time()) > 30.8, 8_000);
  await until("the words follow", async () => (await current()) === "line-6", 8_000);
  assert.equal(await ask("listened"), "1");
  await page.keyboard.press("KeyK");
  const paused = await time();
  await page.keyboard.press("KeyJ");
  await until("five seconds back", async () => Math.abs((await time()) - (paused - 5)) < 0.4);
  await page.keyboard.press("ArrowRight");
  await until("the next turn", async () => (await current()) === "line-6");
  await page.keyboard.press("Period");
  await page.locator(".choice button[aria-pressed=true]").getByText("1.25×").waitFor();

  assert.equal(await byId(page, "event-1").locator(".arrow-words").innerText(), "INVITE");
  const decided = page.locator(".rung", { hasText: "告知客户：refund" });
  await decided.locator(".rung-head").click();
  await decided.getByText("预期代价（轮）").waitFor();
  await decided.locator("tr", { hasText: "转人工" }).waitFor();
  await byId(page, "event-13").click();
  await page.keyboard.press("KeyT");
  await byId(page, "ladder").waitFor({ state: "detached" });

  await page.goto(`${address}/calls/c8999sample`);
  await byId(page, "rating").getByText("CSAT 5").waitFor();
}

export async function archiving({ visit, ask, address, complaints }) {
  const page = await visit("en");
  await logIn(page, address, "quinn");
  await page.goto(`${address}/calls/${REFUND}?t=20`);
  const time = async () => Number(await byId(page, "player").getAttribute("data-time"));
  await byId(page, "wave").waitFor();
  await ask("archives");
  await byId(page, "play").click();
  await until("it plays from the archived file", async () => (await time()) > 20.5, 20_000);
  assert.ok((await time()) < 40, "at the place that was chosen");
  assert.equal(await page.locator(".player [role=alert]").count(), 0);
  complaints.splice(0); // the browser itself notes that the first file is gone
}

export async function search({ visit, address }) {
  const page = await visit("zh");
  await logIn(page, address, "quinn");
  await page.keyboard.press("Slash");
  await page.waitForURL(`${address}/search`);
  await page.locator("input[name=q]:focus").waitFor();
  await page.keyboard.type("投诉");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=%E6%8A%95%E8%AF%89/);
  await byId(page, "found").waitFor();
  assert.equal(await page.locator("mark").first().innerText(), "投诉");
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("Enter");
  await byId(page, "player").waitFor();
  const at = Number(await byId(page, "player").getAttribute("data-time"));
  assert.ok(at > 36 && at < 39, `the line begins at 34.0, its word comes later: ${at}`);
  assert.match(await page.locator("[aria-current=true]").innerText(), /投诉/);
  await page.goto(`${address}/search?q=nobodysaidthis`);
  await page.locator(".empty").waitFor();
}

export async function languages({ visit, address }) {
  const keys = /\b(app|login|fresh|role|state|stage|side|number|board|drawer|calls|ending|where|call|player|lane|lifeline|event|search|desk|keys|detail|problem|users|audit|account|mark|listen|training|weighing)\.[a-zA-Z0-9-]+/;
  for (const language of ["zh", "en"]) {
    const page = await visit(language, { colorScheme: language === "zh" ? "dark" : "light" });
    await logIn(page, address, "admin");
    for (const path of ["/", "/users", "/audit", "/account", "/?call=live0talking&queue=service", "/calls", "/calls?issue=none", `/calls/${REFUND}`, "/calls/c8997sample", "/search", "/search?q=parcel", "/training"]) {
      await page.goto(address + path);
      await page.waitForSelector("#content > *");
      await until("loaded", async () => (await page.locator(".skeleton").count()) === 0);
      await page.keyboard.press("Escape");
      await page.locator("body").press("Shift+Slash");
      await page.locator("dialog[open]").waitFor();
      const text = await page.locator("body").innerText();
      assert.doesNotMatch(text, keys, `${language} ${path}`);
      await page.keyboard.press("Escape");
    }
    await page.context().close();
  }
}

export async function keyboard({ visit, address }) {
  const page = await visit("en");
  await page.goto(`${address}/login`);
  await page.waitForSelector("input[name=name]:focus");
  await page.keyboard.type("lin");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await byId(page, "totals").waitFor();
  await page.keyboard.press("KeyJ");
  await page.locator(".tile-head:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/queue=/);
  await page.keyboard.press("KeyG");
  await page.keyboard.press("KeyC");
  await page.waitForURL(`${address}/calls`);
  await byId(page, `call-${REFUND}`).waitFor();
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("KeyJ");
  await byId(page, "call-c8999sample").locator("a:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}/calls/c8999sample`);
  await byId(page, "wave").waitFor();
  await page.keyboard.press("Space");
  await until("Space plays", async () => Number(await byId(page, "player").getAttribute("data-time")) > 0.3, 8_000);
  await page.keyboard.press("Shift+Slash");
  await page.locator("dialog[open]").getByText("Next turn").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("KeyG");
  await page.keyboard.press("KeyL");
  await page.waitForURL(`${address}/`);
}

export async function desk({ visit, ask, address }) {
  const page = await visit("en");
  await logIn(page, address, "anna");
  await page.waitForURL(`${address}/desk`);
  await byId(page, "why").getByText("refund").waitFor();
  await page.getByText("我的退款什么时候到账").waitFor();
  await page.keyboard.press("KeyB");
  await until("the state is asked for", async () => (await ask("asked")) === "anna on-break");
}

/** Nothing that keeps people with a screen reader, with a keyboard or with weak eyes out (axe-core). */
export async function accessibility({ visit, address, complaints }) {
  const pages = {
    lin: ["/", "/?call=live0talking&queue=service", "/calls", `/calls/${REFUND}`, "/calls/c8997sample", "/search?q=parcel", "/training", "/account"],
    admin: ["/users", "/audit"],
    anna: ["/desk"],
  };
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const [user, paths] of Object.entries(pages)) {
      const page = await visit(colorScheme === "light" ? "en" : "zh", { colorScheme });
      await page.goto(`${address}/login`);
      found.push(...(await violations(page, `${colorScheme} /login`)));
      await logIn(page, address, user);
      for (const path of paths) {
        await page.goto(address + path);
        await page.waitForSelector("#content > *");
        await until("loaded", async () => (await page.locator(".skeleton").count()) === 0);
        found.push(...(await violations(page, `${colorScheme} ${path}`)));
      }
      await page.context().close();
    }
  }
  assert.deepEqual([...new Set(found)], []);
  complaints.splice(0); // axe-core measures with styles of its own, which the pages' security policy refuses
}

async function violations(page, where) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${where}: ${id} ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ""}`).join(" | ")}`);
}

/** An administrator lets somebody in, who is logged out by the next change and finds it in the log. */
export async function users({ visit, address, complaints }) {
  const admin = await visit("zh");
  await logIn(admin, address, "admin");
  await admin.keyboard.press("KeyG");
  await admin.keyboard.press("KeyU");
  await admin.waitForURL(`${address}/users`);
  const form = admin.locator("form.new-user");
  await form.locator("input[name=name]").fill("eva");
  await form.locator("input[name=displayName]").fill("伊娃");
  await form.locator("button[type=submit]").click();
  const password = await byId(admin, "told").locator("code").innerText();
  const row = byId(admin, "user-eva");
  assert.equal(await row.locator("input[name=agent]").inputValue(), "eva");

  const eva = await visit("en");
  await logIn(eva, address, "eva", password);
  await eva.waitForURL(`${address}/desk`);
  await eva.locator(".who").click();
  await eva.locator("input[name=old]").fill(password);
  await eva.locator("input[name=fresh]").fill("a better password");
  await eva.locator("form.password button[type=submit]").click();
  await eva.getByText("The password is changed").waitFor();

  await row.locator("select").selectOption("quality");
  await until("the role is changed", async () => (await row.locator("select").inputValue()) === "quality");
  await eva.goto(`${address}/desk`);
  await eva.waitForURL(/\/login/);
  await row.getByText("停用", { exact: true }).click();
  await until("shut out", async () => (await row.getAttribute("data-state")) === "disabled");
  await eva.fill("input[name=name]", "eva");
  await eva.fill("input[name=password]", "a better password");
  await eva.click("button[type=submit]");
  await eva.getByText("You may not log in just now").waitFor();
  complaints.splice(0); // the browser itself notes the refused request
  await row.getByText("删除").click();
  await row.getByText("再按一次删除").click();
  await row.waitFor({ state: "detached" });

  await admin.goto(`${address}/audit?user=admin`);
  await admin.locator("tbody").getByText("删除用户").first().waitFor();
  await admin.locator("select").selectOption("changed-own-password");
  await admin.goto(`${address}/audit?action=changed-own-password`);
  assert.match(await admin.locator("tbody tr").first().innerText(), /eva/);
}

/** A trainer labels by keys alone, tries sentences, has the draft learnt, publishes it and takes it back. */
export async function training({ visit, address }) {
  const LONG = 60_000;
  const page = await visit("en");
  await logIn(page, address, "quinn");
  await page.keyboard.press("KeyG");
  await page.keyboard.press("KeyT");
  await page.waitForURL(`${address}/training`);
  const labelled = (count) => until(`${count} labelled`, async () => (await byId(page, "labelled-today").innerText()) === String(count), LONG);
  const at = () => page.locator(".item[aria-current]").getAttribute("data-testid");
  const left = () => page.locator(".inbox h2 .second").innerText();
  const totals = async (shown) => {
    await shown.reload();
    return byId(shown, "training-totals").innerText();
  };
  await page.locator(".item[aria-current] .item-line:focus").waitFor();
  const [first, all] = [await at(), await left()];
  const other = await visit("zh");
  await logIn(other, address, "lin");
  await other.goto(`${address}/training`);
  await byId(other, "others").getByText("Quinn Ellis").waitFor();
  await other.locator(`[data-testid="${first}"][aria-current]`).waitFor();

  await page.keyboard.press("Digit1");
  await labelled(1);
  assert.notEqual(await at(), first, "it goes on");
  await page.keyboard.press("KeyF");
  await page.locator("[data-testid=find-issue] input:focus").waitFor();
  await page.keyboard.type("bgps");
  await page.keyboard.press("Enter");
  await labelled(2);
  await page.locator(".item[aria-current] .item-line:focus").waitFor();
  const skipped = await at();
  await page.keyboard.press("KeyS");
  await until("skipped", async () => (await at()) !== skipped);
  await page.keyboard.press("KeyZ");
  await until("not skipped any more", async () => (await at()) === skipped);
  // With an input method switched on the browser says only which place was pressed.
  await page.evaluate(() =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Process", keyCode: 229, code: "KeyI", bubbles: true, cancelable: true })),
  );
  await labelled(3);
  for (const count of [2, 1, 0]) {
    await page.keyboard.press("KeyZ");
    await labelled(count);
  }
  assert.equal(await left(), all, "everything is back");
  await until("at the first again", async () => (await at()) === first);
  await page.keyboard.press("Digit2");
  await labelled(1);
  await other.keyboard.press("Digit1");
  await byId(other, "taken").getByText("quinn").waitFor(); // the first label counts, the second trainer is told

  await page.keyboard.press("KeyT");
  await page.keyboard.type("where is my parcel");
  await page.keyboard.press("Enter");
  await byId(page, "tried-draft").locator("tr").first().waitFor({ timeout: LONG });
  assert.match(await byId(page, "tried-in-force").locator("tbody tr").first().innerText(), /a parcel that is late/);
  for (const table of [0, 1]) {
    const bars = byId(page, "tried-in-force").locator("table").nth(table).locator(".weighing-bar span");
    const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect()).map(({ width, height }) => width * height));
    assert.ok(widths.length > 1 && Math.max(...widths) > 200, `bars are to be seen: ${widths}`);
  }
  await byId(page, "record").click();
  await page.getByText("Stop recording").waitFor();
  await page.waitForTimeout(1_500); // the microphone beeps once a second
  await byId(page, "record").click();
  await byId(page, "heard").getByText("when will i get the refund").waitFor({ timeout: LONG });

  await byId(page, "train").click();
  await page.locator("[data-testid=job][data-state=done]").waitFor({ timeout: LONG });
  const detail = byId(page, "version-detail");
  await detail.getByText("Publish").click();
  await detail.getByText("Press again to publish 1").click();
  await until("it is in force", async () => (await byId(page, "in-force").innerText()) === "#1", LONG);
  await byId(page, "training-totals").getByText("Roll back").click();
  await byId(page, "training-totals").getByText("Press again").click();
  await until("what was before is in force", async () => (await byId(page, "in-force").innerText()) === "as written in the plans", LONG);

  await page.locator("h1").click();
  await page.keyboard.press("KeyN");
  await page.locator("[data-testid=new-issue] input[name=name]:focus").waitFor();
  await page.keyboard.type("parcel-wet");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a wet parcel");
  await page.keyboard.press("Tab");
  await page.keyboard.type("shi bao guo");
  await page.keyboard.press("Enter");
  await labelled(2);
  await byId(page, "issue-parcel-wet").click();
  await byId(page, "issue-panel").locator("li").first().waitFor();
  await byId(page, "one-more").fill("the parcel is dripping");
  await page.keyboard.press("Enter");
  await byId(page, "issue-panel").locator("li", { hasText: "the parcel is dripping" }).waitFor();
  await byId(page, "issue-panel").getByLabel("Take away: the parcel is dripping").click();
  await byId(page, "issue-panel").locator("li", { hasText: "the parcel is dripping" }).waitFor({ state: "detached" });
  await byId(page, "issue-panel").locator("select").selectOption("parcels");
  await byId(page, "preview").getByText("Do it").click();
  await byId(page, "preview").waitFor({ state: "detached" });

  // The second trainer has said something else of one label before; now blindly the same of the other.
  await until("they differ", async () => /0 %.*of 1 /s.test(await totals(page)));
  await byId(other, "again").click();
  await other.locator(".item[aria-current]").waitFor();
  assert.equal(await other.locator(".item").count(), 1);
  assert.doesNotMatch(await other.locator(".inbox").innerText(), /quinn/i);
  await other.keyboard.press("KeyF");
  await other.locator("[data-testid=find-issue] input:focus").waitFor();
  await other.keyboard.type("parcel-wet");
  await other.locator("#found-parcel-wet").waitFor(); // made by the first trainer meanwhile
  await other.keyboard.press("Enter");
  await byId(other, "taken").getByText("quinn 的标注相同").waitFor();
  await byId(other, "agreement").getByText("50 %").waitFor();
  await byId(page, "trend").locator("svg").first().waitFor();

  await other.reload();
  await byId(other, "draft-problems").getByText("没有中文语句（先写十二条为宜）").waitFor();

  // An issue is removed: the panel closes, and what was labelled as it is open again.
  const open = async () => Number((await left()).match(/\d+/)[0]);
  const clusters = await open();
  await byId(page, "issue-parcel-wet").click();
  await byId(page, "remove-issue").click();
  await byId(page, "preview").getByText("a wet parcel goes").waitFor();
  await byId(page, "preview").getByText("Do it").click();
  await byId(page, "issue-panel").waitFor({ state: "detached" });
  await byId(page, "issue-parcel-wet").waitFor({ state: "detached" });
  await until("its words are open again", async () => (await open()) > clusters, LONG);

  await page.locator(".item[aria-current]").waitFor();
  await page.keyboard.press("Digit1");
  await labelled(2);
  await byId(page, "training-totals").getByText("Discard the draft").click();
  await byId(page, "training-totals").getByText("Press again").click();
  await until("nothing is changed", async () => (await byId(page, "draft-changes").innerText()) === "0", LONG);
  assert.equal(await left(), all, "what was labelled is open again");
}
