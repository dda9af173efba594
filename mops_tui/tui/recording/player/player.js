"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const make = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const data = JSON.parse(at("data").textContent);
  const { frames, lines, chapters, words, length, cols, rows } = data;
  const wide = new Set(data.wide), none = new Set(data.none);
  const speeds = [0.25, 0.5, 1, 2, 4, 8, 16];
  const root = document.documentElement, screen = at("screen"), seek = at("seek");
  let now = 0, frame = -1, playing = false, speed = 1, last = 0, chapter = null, furthest = 0;

  // --- the screen: rows of runs, each as wide as its cells, whatever font the browser has
  const boxes = [], wanted = new Array(rows).fill(0), shown = new Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) boxes.push(screen.appendChild(make("span", "row")));
  const alone = (sign) => wide.has(sign) || (sign > "~" && /\p{S}/u.test(sign) && !/[\u2500-\u259f]/.test(sign));

  function run(style, text, cells, odd) {
    const node = make("i", "s" + style + (odd ? " o" : ""), text);
    node.style.width = cells + "ch";
    return node;
  }

  function draw(box, line) {
    const parts = [];
    for (let i = 0; i < line.length; i += 2) {
      const style = line[i];
      let text = "", cells = 0, odd = false;
      const flush = () => { if (text) parts.push(run(style, text, cells, odd)); text = ""; cells = 0; odd = false; };
      for (const sign of line[i + 1]) {
        if (none.has(sign)) { text += sign; continue; }
        const single = alone(sign);
        if (single || odd) flush();
        text += sign;
        cells += wide.has(sign) ? 2 : 1;
        odd = single;
      }
      flush();
    }
    box.replaceChildren(...parts);
  }

  function show(number) {
    if (number === frame) return;
    if (number < frame) frame = -1;
    while (frame < number) {
      const change = frames[++frame];
      for (let i = 1; i < change.length; i += 2) wanted[change[i]] = change[i + 1];
    }
    for (let row = 0; row < rows; row++) {
      if (shown[row] === wanted[row]) continue;
      shown[row] = wanted[row];
      draw(boxes[row], lines[wanted[row]]);
    }
  }

  /** How many of a list, in order of time, have begun. */
  function begun(list, time, of) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (of(list[middle]) <= time) low = middle + 1; else high = middle;
    }
    return low;
  }

  // --- the time, the chapters
  function clock(ms) {
    const s = Math.floor(ms / 1000), two = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(s / 3600), rest = two(s % 60);
    return hours ? `${hours}:${two(Math.floor(s / 60) % 60)}:${rest}` : `${Math.floor(s / 60)}:${rest}`;
  }

  const items = chapters.map((one, number) => {
    const item = make("li"), button = make("button", one.kind);
    const title = make("span");
    button.type = "button";
    button.append(make("span", "", clock(one.at)), title);
    button.addEventListener("click", () => go(chapters[number].at));
    at("chapters").append(item);
    item.append(button);
    const tick = at("ticks").appendChild(make("i", one.kind === "scenario" ? "big" : ""));
    tick.style.left = (length ? one.at / length * 100 : 0) + "%";
    return { button, title };
  });

  function tell() {
    const passed = begun(chapters, now, (one) => one.at), current = passed - 1;
    if (current === chapter) return;
    chapter = current;
    // What nobody has been shown yet is named, and what came of it is not.
    furthest = Math.max(furthest, passed);
    items.forEach(({ button, title }, number) => {
      const one = chapters[number];
      title.textContent = `${one.sign} ${number < furthest ? one.title : one.ahead}`;
      if (number === current) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    });
    const told = [];
    if (current >= 0) {
      told.push(make("h2", "", chapters[current].title));
      const list = make("ul");
      for (const sentence of chapters[current].told) list.append(make("li", "", sentence));
      if (list.childElementCount) told.push(list);
      if (!at("side").hidden) {
        const side = at("side"), button = items[current].button;
        side.scrollTop = button.offsetTop - side.offsetTop - side.clientHeight / 3;
      }
    }
    at("told").replaceChildren(...told);
  }

  function update() {
    show(Math.max(0, begun(frames, now, (one) => one[0]) - 1));
    tell();
    seek.value = now;
    const said = `${clock(now)} / ${clock(length)}`;
    at("time").textContent = said;
    seek.setAttribute("aria-valuetext", said);
  }

  function go(time) {
    now = Math.min(length, Math.max(0, time));
    update();
  }

  function play(on) {
    if (on && now >= length) go(0);
    if (on && !playing) { last = performance.now(); requestAnimationFrame(step); }
    playing = on;
    at("play").textContent = on ? words.pause : words.play;
  }

  function step(time) {
    if (!playing) return;
    // A tab that was out of sight stood still.
    const passed = Math.min(1000, Math.max(0, time - last)) * speed;
    last = time;
    go(now + passed);
    if (now >= length) play(false); else requestAnimationFrame(step);
  }

  function leap(by) {
    const passed = begun(chapters, now, (one) => one.at);
    if (by > 0) go(passed < chapters.length ? chapters[passed].at : length);
    else {
      const current = chapters[passed - 1];
      const back = current && now - current.at > 1500 ? passed - 1 : passed - 2;
      go(back >= 0 ? chapters[back].at : 0);
    }
  }

  function hasten(by) {
    const place = Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(speed) + by));
    speed = speeds[place];
    at("speed").value = String(speed);
  }

  // --- looks
  function fit() {
    const stage = at("stage"), probe = make("span", "", "0".repeat(100));
    screen.append(probe);
    const ratio = probe.getBoundingClientRect().width / 100 / parseFloat(getComputedStyle(screen).fontSize);
    probe.remove();
    const full = document.fullscreenElement, room = stage.offsetTop + at("controls").offsetHeight + (full ? 60 : 150);
    const byWidth = (stage.clientWidth - 2) / (cols * (ratio || 0.6)), byHeight = (innerHeight - room) / (rows * 1.16);
    screen.style.fontSize = Math.max(3, Math.min(byWidth, Math.max(byHeight, innerHeight < 512 ? 7 : 9))) + "px";
  }

  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : !matchMedia("(prefers-color-scheme: light)").matches;
  const turn = () => { root.dataset.theme = dark() ? "light" : "dark"; };

  function toggle(button, part, also) {
    const hidden = !at(part).hidden;
    at(part).hidden = hidden;
    at(button).setAttribute("aria-expanded", String(!hidden));
    if (also) also(!hidden);
    fit();
  }
  const list = () => toggle("list", "side", (open) => { at("player").classList.toggle("listed", open); chapter = null; tell(); });
  const board = () => toggle("board", "story");
  const full = () => document.fullscreenElement ? document.exitFullscreen() : at("player").requestFullscreen && at("player").requestFullscreen();
  const help = () => at("help").open ? at("help").close() : at("help").showModal();

  // --- keys, mouse, touch
  const keys = {
    " ": () => play(!playing), k: () => play(!playing),
    ArrowLeft: () => go(now - 5000), ArrowRight: () => go(now + 5000),
    "[": () => leap(-1), "]": () => leap(1),
    Home: () => go(0), End: () => go(length),
    "<": () => hasten(-1), ">": () => hasten(1),
    c: list, t: turn, s: board, f: full, "?": help,
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : root;
    if (at("help").open) { if (event.key === "?") { help(); event.preventDefault(); } return; }
    if (target.closest("select") || ([" ", "Enter"].includes(event.key) && target.closest("button"))) return;
    let act = keys[event.key] || keys[event.key.toLowerCase()];
    if (event.shiftKey && event.key.startsWith("Arrow")) act = { ArrowLeft: () => go(now - length / 10), ArrowRight: () => go(now + length / 10) }[event.key];
    if (/^[0-9]$/.test(event.key)) act = () => go(length * Number(event.key) / 10);
    if (!act) return;
    event.preventDefault();
    act();
  });
  let touched = null;
  at("stage").addEventListener("touchstart", (event) => { const t = event.touches; touched = t.length === 1 ? [t[0].clientX, t[0].clientY] : null; }, { passive: true });
  at("stage").addEventListener("touchend", (event) => {
    if (!touched) return;
    const t = event.changedTouches[0], x = t.clientX - touched[0], y = t.clientY - touched[1];
    if (Math.abs(x) > 60 && Math.abs(y) < 40) { leap(x < 0 ? 1 : -1); event.preventDefault(); }
  });
  at("stage").addEventListener("click", () => { if (!String(getSelection())) play(!playing); });
  for (const [id, act] of Object.entries({ play: keys[" "], back: keys["["], on: keys["]"], list, theme: turn, board, full, keys: help, shut: help })) at(id).addEventListener("click", act);
  seek.max = length;
  seek.addEventListener("input", () => go(Number(seek.value)));
  for (const one of speeds) at("speed").append(new Option(`× ${one}`, String(one), one === 1, one === 1));
  at("speed").addEventListener("change", () => { speed = Number(at("speed").value); });
  addEventListener("resize", fit);
  document.addEventListener("fullscreenchange", fit);

  at("full").hidden = !document.fullscreenEnabled;
  at("story").hidden = true;
  at("player").hidden = false;
  if (innerWidth >= 1200) list(); else tell();
  fit();
  const linked = /^#c(\d+)$/.exec(location.hash), still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  go(linked && chapters[linked[1] - 1] ? chapters[linked[1] - 1].at : 0);
  if (!linked && !still) play(true);
  root.dataset.ready = "yes";
})();
