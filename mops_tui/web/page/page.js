/* One phone in a workshop: it joins, shows where the room is, votes, and keeps a vote until it has arrived.
   No framework and no build step; the words come with the page. What somebody typed becomes text, never markup. */

const $ = (id) => document.getElementById(id);
const page = JSON.parse($('data').textContent); // {texts, room, code, state}
const say = (key, values) =>
  (page.texts[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));

/* --- Building: elements, text, and what changes in place */

function dress(node, about, inside) {
  Object.entries(about || {}).forEach(([name, value]) => {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value || value === 0 || value === '') node.setAttribute(name, value === true ? '' : value);
  });
  node.append(...inside.filter(Boolean));
  return node;
}
const make = (tag, about, ...inside) => dress(document.createElement(tag), about, inside);
const draw = (tag, about, ...inside) => dress(document.createElementNS('http://www.w3.org/2000/svg', tag), about, inside);
const typed = (text, name) => text && make('span', { dir: 'auto', class: name || false }, text);
const para = (text, name) => text && make('p', { dir: 'auto', class: name || false }, text);
const button = (name, onclick, about) => make('button', Object.assign({ type: 'button', onclick }, about), name);

function fill(node, ...inside) {
  while (node.firstChild) node.removeChild(node.firstChild);
  node.append(...inside.filter(Boolean));
}
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
const flag = (node, name, on) => node.setAttribute(name, on ? 'true' : 'false');
const speak = (text) => write($('spoken'), text); // heard, not seen
const within = (low, value, high) => Math.max(low, Math.min(high, Math.round(value)));
const percent = (share) => Math.max(0, Math.min(100, share * 100)) + '%';

/* --- What is kept on this phone; a private window may have no storage, then for as long as it is open */

const prefix = 'mops:' + page.room + ':';
const memory = {};
const keep = {
  get(name) {
    let text = memory[name];
    try { text = localStorage.getItem(prefix + name); } catch (refused) { /* memory it is */ }
    try { return JSON.parse(text || 'null'); } catch (torn) { return null; }
  },
  set(name, value) {
    memory[name] = JSON.stringify(value);
    try { localStorage.setItem(prefix + name, memory[name]); } catch (refused) { /* memory it is */ }
  },
};
try { // what other workshops left here
  Object.keys(localStorage).filter((name) => /^mops:/.test(name) && name.indexOf(prefix)).forEach((name) => localStorage.removeItem(name));
} catch (refused) { /* nothing to clean */ }

/* --- Asking the laptop */

function ask(path, body) {
  const stop = window.AbortController ? new AbortController() : null;
  const how = { cache: 'no-store', credentials: 'same-origin' };
  if (stop) how.signal = stop.signal;
  if (body) Object.assign(how, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const late = new Promise((done, fail) => setTimeout(() => {
    if (stop) stop.abort();
    fail(new Error('late'));
  }, 8000));
  const answered = fetch(path, how).then((answer) => answer.json().catch(() => ({})).then((data) => (
    { ok: answer.ok, status: answer.status, data, wait: Number(answer.headers.get('Retry-After')) || 0 })));
  return Promise.race([answered, late]);
}

/* --- The state: of two, the later counts */

function adopt(fresh) { // one's own vote beside the question that it answers
  const { question, mine } = fresh;
  if (question) Object.assign(question, { yours: mine && mine.vote, youAreDone: mine && mine.done });
  return fresh;
}
let state = adopt(page.state);
let stateAt = Date.now(); // when it came: the timer counts from here
let heardAt = Date.now(); // when the laptop last said anything
let message = ''; // one sentence about the last thing that was done
let takes = 0; // how many states were taken
const over = () => state.now === 'closed'; // the workshop, not the room

function take(fresh, anyway) { // a later one has none before it; who has no seat any more is told only what was asked for
  if (fresh.version === undefined || (!anyway && (!state.you || fresh.version < state.version))) return;
  if (state.you && !fresh.you) {
    forget();
    return;
  }
  state = adopt(fresh);
  stateAt = Date.now();
  takes += 1;
  show();
}

function forget() { // this phone has no seat any more: nothing of that person stays on it
  unsent = null;
  keep.set('unsent', null);
  keep.set('drafts', null);
  state = Object.assign({}, state, { you: null, now: 'joining', question: null, result: null, timer: null });
  message = say('put_out');
  link.stop();
  show();
}

/* --- The link: events while they come; where they do not, the state every few seconds */

const QUIET = 25000; // the laptop says something every ten seconds: a link that is silent for so long is dead
const link = {
  source: null, clock: 0, turn: 0, tries: 0, deaf: 0, brokenAt: 0, closed: false,
  stop() {
    this.turn += 1;
    clearTimeout(this.clock);
    if (this.source) this.source.close();
    this.source = null;
  },
  start() {
    this.stop();
    if (!state.you) return;
    const turn = this.turn;
    const before = takes;
    ask('/api/state').then((answer) => {
      if (turn !== this.turn) return;
      if (answer.status === 401 && !this.closed && !over()) forget(); // while ours is closed, another room may have its address
      else if (!answer.ok) this.again();
      else {
        this.closed = false; // it may have been closed for a moment only
        this.heard();
        take(answer.data, before === takes); // a vote may have been answered meanwhile
        tell();
        flush();
        if (turn === this.turn) this.listen(turn);
      }
    }, () => turn === this.turn && this.again());
  },
  listen(turn) {
    if (!window.EventSource || this.deaf > 1) {
      this.deaf -= 0.1; // after a while events are tried again
      this.clock = setTimeout(() => this.start(), 3000);
      return;
    }
    let first = true;
    const mine = (work) => (event) => turn === this.turn && work(event);
    this.source = new EventSource('/api/events');
    this.source.addEventListener('state', mine((event) => {
      this.deaf = 0;
      this.heard();
      take(JSON.parse(event.data), first);
      first = false;
    }));
    this.source.addEventListener('heartbeat', mine(() => this.heard()));
    this.source.addEventListener('closed', mine(() => {
      this.closed = true; // by the facilitator; a room may open again
      tell();
    }));
    this.source.onerror = mine(() => {
      if (first) this.deaf += 1;
      this.again();
    });
  },
  heard() {
    heardAt = Date.now();
    if (this.tries) {
      this.tries = this.brokenAt = 0;
      tell();
    }
  },
  again() { // later and later, and not all phones at the same moment
    this.stop();
    if (over()) { // for good, said goodbye or not: another room may have this address next
      this.tries = this.brokenAt = 0;
      tell();
      return;
    }
    this.tries += 1;
    this.brokenAt = this.brokenAt || Date.now();
    this.clock = setTimeout(() => this.start(), Math.min(500 * Math.pow(2, this.tries), 10000) * (0.5 + Math.random() / 2));
    tell();
  },
};

/* A phone that was locked may hold a link that is dead and looks alive: so each return begins a new one. */
function wake() {
  if (document.visibilityState === 'hidden') return;
  if (state.you) link.start();
  else ask('/api/state').then(({ ok, data }) => { // another tab may have joined meanwhile
    if (!ok) return;
    take(data, true);
    link.start();
  }, () => {});
}
document.addEventListener('visibilitychange', wake);
window.addEventListener('pageshow', (event) => event.persisted && wake());
window.addEventListener('online', wake);
window.addEventListener('offline', () => state.you && link.again());
window.addEventListener('focus', () => Date.now() - heardAt > 12000 && wake());
/* Another room may have had this address for a while: a phone that came back to it joins its own again by itself. */
setInterval(() => !state.you && wake(), 10000);
setInterval(() => state.you && !over() && !link.tries && Date.now() - heardAt > QUIET && wake(), 5000);

/* --- A vote on its way: kept until it is answered, sent again under the same id */

let unsent = keep.get('unsent'); // {id, question, round, ballot}
let sending = false;
let failures = 0;
let resend = 0;
const place = (one) => (one.question || one.ref) + '#' + one.round;

const random = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (one) => one.toString(16)).join('-');

function nextId() { // counted up, so that a vote that was overtaken on its way is known to be the older one
  const count = (keep.get('count') || 0) + 1;
  const phone = keep.get('phone') || random();
  keep.set('phone', phone);
  keep.set('count', count);
  return phone + '-' + count;
}

function send(ballot) {
  const { ref, round } = state.question;
  const id = nextId();
  unsent = { id, question: ref, round, ballot };
  keep.set('unsent', unsent);
  message = '';
  failures = 0;
  flush();
  tell();
}

function flush() {
  if (!unsent || sending || !state.you) return;
  const mine = unsent;
  sending = true;
  clearTimeout(resend);
  const later = (seconds) => {
    failures += 1;
    resend = setTimeout(flush, (seconds * 1000 || Math.min(400 * Math.pow(2, failures), 10000)) * (0.75 + Math.random() / 2));
  };
  ask('/api/vote', mine).then(({ ok, status, data, wait }) => {
    sending = false;
    if (status === 401 && link.closed) later(0); // another room has its address meanwhile
    if (status === 401) return link.closed ? tell() : forget();
    if (status === 429 || status >= 500) {
      message = data.message || '';
      later(wait);
      return tell();
    }
    const still = unsent && unsent.id === mine.id; // no newer one has taken its place
    if (still) {
      unsent = null;
      keep.set('unsent', null);
    }
    failures = 0;
    message = '';
    if (ok) {
      draft(mine, null, mine.ballot);
      link.heard();
      take(data);
    } else if (still) {
      message = data.error === 'round-closed' ? say('too_late') : say('refused') + ' ' + (data.message || '');
      if (scene.view && scene.view.instant) scene.view.show(state.question.yours);
      link.start();
    }
    tell();
    return flush();
  }, () => {
    sending = false;
    later(0);
    if (!link.tries) link.again();
    tell();
  });
}

window.addEventListener('storage', (event) => { // the same person's other tab
  if (event.key !== prefix + 'unsent') return;
  unsent = keep.get('unsent');
  show();
});

function draft(where, ballot, sent) { // a ballot that somebody is still at; gone once that very one is sent
  const drafts = keep.get('drafts') || {};
  if (sent && plain(drafts[place(where)]) !== plain(sent)) return;
  if (ballot) drafts[place(where)] = ballot;
  else delete drafts[place(where)];
  keep.set('drafts', drafts);
}

function plain(ballot) { // the same text for the same ballot, in whatever order its items came
  if (!ballot) return '';
  const { option, options, x, y, ideas, passed } = ballot;
  const values = ballot.levels || ballot.positions || ballot.points;
  if (!values) return JSON.stringify([option, options, x, y, ideas, passed]);
  const pairs = (ballot.items || options).map((key, i) => [key, values[i]]);
  return JSON.stringify(pairs.filter((pair) => pair[1] || !ballot.points).sort());
}

/* --- Ballots. Each has: node, show(ballot), read() the ballot, lack() what is still missing, and
   `instant` where a tap sends by itself. `changed` is called after each change that a person made. */

const ballots = {};
const named = (option) => [typed(option.label), typed(option.about, 'about')];

ballots.choice = ballots.hands = function (q, changed) {
  let picked = null;
  const buttons = q.options.map((option) => {
    const one = button('', () => { picked = option.id; mark(); changed(); }, { class: 'option' });
    one.append(...named(option).filter(Boolean));
    return one;
  });
  const mark = () => buttons.forEach((one, i) => flag(one, 'aria-pressed', q.options[i].id === picked));
  return {
    node: make('div', { class: q.kind === 'hands' ? 'options two' : 'options' }, ...buttons),
    instant: true,
    show(ballot) { picked = ballot && ballot.option; mark(); },
    read: () => picked && { option: picked },
    lack: () => say('tap_votes'),
  };
};

ballots.allocate = function (q, changed) {
  let given = {};
  const left = () => q.points - q.options.reduce((sum, one) => sum + (given[one.id] || 0), 0);
  const rows = q.options.map((option) => {
    const { id, label } = option;
    const count = make('output', { class: 'count' });
    const part = make('span', { class: 'part' });
    const by = (step) => () => {
      if (step > 0 ? left() < 1 : !given[id]) return;
      given[id] = (given[id] || 0) + step;
      mark();
      changed();
    };
    const less = button('−', by(-1), { 'aria-label': say('less', { label }) });
    const more = button('+', by(1), { 'aria-label': say('more', { label }) });
    const node = make('li', { class: 'pour' }, make('span', { class: 'name' }, ...named(option)), less, count, more,
      make('span', { class: 'track' }, part));
    return { id, node, count, part, less, more };
  });
  const mark = () => rows.forEach(({ id, count, part, less, more }) => {
    write(count, String(given[id] || 0));
    part.style.width = percent((given[id] || 0) / q.points);
    flag(less, 'aria-disabled', !given[id]);
    flag(more, 'aria-disabled', left() < 1);
  });
  return {
    node: make('ul', { class: 'plain' }, ...rows.map((row) => row.node)),
    show(ballot) {
      given = {};
      if (ballot && ballot.points) ballot.options.forEach((id, i) => { given[id] = ballot.points[i]; });
      mark();
    },
    read() {
      const options = q.options.map((one) => one.id).filter((id) => given[id]);
      return options.length ? { options, points: options.map((id) => given[id]) } : null;
    },
    lack: () => (left() ? say('points_left_' + left()) : ''),
  };
};

/* What rate, pairs and curve have in common: a value for each item that was answered. */
function answersOf(q, column) {
  const chosen = {};
  const open = (one) => chosen[one.id] === undefined;
  return {
    chosen, open,
    from(ballot) {
      Object.keys(chosen).forEach((id) => delete chosen[id]);
      if (ballot && ballot.items) ballot.items.forEach((id, i) => { chosen[id] = ballot[column][i]; });
      return Math.max(0, q.items.findIndex(open));
    },
    read() {
      const items = q.items.filter((one) => !open(one)).map((one) => one.id);
      return items.length ? { items, [column]: items.map((id) => chosen[id]) } : null;
    },
    hint() {
      const n = q.items.filter((one) => !open(one)).length;
      return n < q.items.length ? say('answered', { n, m: q.items.length }) : '';
    },
  };
}

/* One item at a time, so that the thumb stays where it is: a tap answers it and brings the next. */
function cards(q, changed, column, answers, face, name) {
  const { chosen, open, from, read, hint } = answersOf(q, column);
  const many = q.items.length > 1;
  let at = 0;
  let movedAt = 0;
  const progress = make('p', { class: 'small' });
  const before = make('p', { class: 'small before' });
  const subject = make('div', { class: 'subject', id: 'subject', tabindex: -1 });
  const answer = (item) => answers.find((one) => one.id === chosen[item.id]);
  const tap = (value) => (event) => {
    if (event.timeStamp - movedAt < 200) return; // a double tap is one
    const item = q.items[at];
    chosen[item.id] = value;
    const next = q.items.slice(at + 1).concat(q.items.slice(0, at)).find(open);
    if (next) {
      movedAt = event.timeStamp;
      at = q.items.indexOf(next);
      speak(say('item_of', { n: at + 1, m: q.items.length }) + ' ' + name(next));
    }
    mark();
    write(before, many ? '✓ ' + name(item) + ': ' + answer(item).label : '');
    changed();
  };
  const choices = answers.map((one) => button(one.size ? '' : typed(one.label), tap(one.id),
    { class: one.size ? 'dot ' + one.size : 'option', 'aria-label': one.size && one.label }));
  const rows = q.items.map((item, i) => {
    const said = make('span', { class: 'answer' });
    const node = button(typed(name(item)), () => { at = i; mark(); subject.focus(); }, { class: 'row' });
    node.append(said);
    return { item, node, said };
  });
  function mark() {
    write(progress, many ? say('item_of', { n: at + 1, m: q.items.length }) : '');
    fill(subject, ...face(q.items[at]));
    choices.forEach((one, i) => flag(one, 'aria-pressed', chosen[q.items[at].id] === answers[i].id));
    rows.forEach(({ item, node, said }, i) => {
      write(said, open(item) ? say('not_answered') : '✓ ' + answer(item).label);
      flag(node, 'aria-current', i === at);
    });
  }
  return {
    node: make('div', null,
      make('div', { class: 'card' }, progress, subject,
        make('div', { class: answers[0].size ? 'dots' : 'options', role: 'group', 'aria-labelledby': 'subject' }, ...choices), many && before),
      many && make('ol', { class: 'plain rows' }, ...rows.map((row) => make('li', null, row.node)))),
    instant: !many,
    show(ballot) { // where all is answered, the thumb stays at what it tapped last
      const first = from(ballot);
      if (open(q.items[first])) at = first;
      mark();
    },
    read, hint,
    lack: () => (read() ? '' : say(many ? 'answer_one' : 'tap_votes')),
  };
}

ballots.rate = (q, changed) => cards(q, changed, 'levels', q.levels,
  (item) => [typed(item.group, 'about'), ...named(item)], (item) => item.label);

ballots.pairs = (q, changed) => cards(q, changed, 'positions',
  ['pair_left', 'pair_rather_left', 'pair_middle', 'pair_rather_right', 'pair_right'].map((key, i) =>
    ({ id: i - 2, size: ['low', 'mid', 'big'][Math.abs(i - 2)], label: say(key) })),
  (item) => [typed(item.left, 'left'), typed(item.right, 'right')], (item) => item.left + ' ↔ ' + item.right);

/* A finger that goes down, moves and lifts; where there are no pointer events, a click. */
function finger(node, down, move, up) {
  let held = null;
  const at = (event) => {
    const box = node.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const lift = (event) => {
    if (event.pointerId !== held) return;
    held = null;
    up();
  };
  node.addEventListener(window.PointerEvent ? 'pointerdown' : 'click', (event) => {
    if (held !== null || event.button) return;
    down(...at(event));
    if (!window.PointerEvent) up();
    else {
      held = event.pointerId;
      node.setPointerCapture(held);
    }
  });
  node.addEventListener('pointermove', (event) => event.pointerId === held && move(...at(event)));
  node.addEventListener('pointerup', lift);
  node.addEventListener('pointercancel', lift);
}

/* What stands around a pad: which way is which. */
const around = ({ x, y }, pad) => [make('p', { class: 'edge' }, typed('↑ ' + y.high)),
  make('div', { class: 'around' }, pad, typed('← ' + x.low, 'side'), typed(x.high + ' →', 'side')),
  make('p', { class: 'edge' }, typed('↓ ' + y.low))];

ballots.grid = function (q, changed) {
  let spot = null;
  let clock = 0;
  const dot = make('span', { class: 'spot' });
  const where = make('p', { class: 'small', id: 'spot' });
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const pad = make('div', {
    class: 'pad', tabindex: 0, role: 'application', 'aria-label': say('grid_pad'), 'aria-describedby': 'spot',
    onkeydown(event) {
      const way = ways[event.key];
      if (!way && event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (!way) return settle();
      const step = event.shiftKey ? 20 : 5;
      const { x, y } = spot || { x: 0, y: 0 };
      move(x + way[0] * step, y + way[1] * step);
      speak(words());
      clock = setTimeout(settle, 1200);
    },
  }, ...q.quadrants.map((one) => typed(one.label, 'corner')), dot);
  const sliders = ['x', 'y'].map((axis) => make('input', {
    type: 'range', min: -100, max: 100, step: 5, 'aria-label': say('grid_x', q.axes[axis]), onchange: () => settle(),
    oninput(event) {
      const to = Object.assign({ x: 0, y: 0 }, spot, { [axis]: Number(event.target.value) });
      move(to.x, to.y);
    },
  }));
  const side = (axis, value) => (value ? (value < 0 ? axis.low : axis.high) + ' ' + Math.abs(value) : say('grid_middle'));
  const words = () => (spot ? side(q.axes.x, spot.x) + ' · ' + side(q.axes.y, spot.y) : say('not_placed'));
  function mark() {
    const { x, y } = spot || { x: 0, y: 0 };
    dot.hidden = !spot;
    dot.style.left = percent((x + 100) / 200);
    dot.style.top = percent((100 - y) / 200);
    write(where, words());
    sliders.forEach((one, i) => {
      one.value = i ? y : x;
      one.setAttribute('aria-valuetext', spot ? side(i ? q.axes.y : q.axes.x, i ? y : x) : say('not_placed'));
    });
  }
  function move(x, y) {
    clearTimeout(clock);
    spot = { x: within(-100, x, 100), y: within(-100, y, 100) };
    mark();
  }
  function settle() {
    clearTimeout(clock);
    if (spot) changed();
  }
  const touch = (left, top) => move(left * 200 - 100, 100 - top * 200);
  finger(pad, touch, touch, settle);
  return {
    node: make('div', null, ...around(q.axes, pad), where,
      make('details', null, make('summary', null, say('sliders')), ...['x', 'y'].map((axis, i) =>
        make('div', { class: 'slider' }, typed(q.axes[axis].low), sliders[i], typed(q.axes[axis].high))))),
    instant: true,
    show(ballot) {
      clearTimeout(clock);
      spot = ballot && typeof ballot.x === 'number' ? { x: ballot.x, y: ballot.y } : null;
      mark();
    },
    read: () => spot,
    lack: () => say('pad_votes'),
  };
};

/* --- The adoption curve, on a ballot and as a result */

const WIDE = 320;
const FLOOR = 176;
const bell = (at) => FLOOR - 118 * Math.exp(-0.5 * Math.pow((at / 100 - 0.62) / 0.235, 2));
const across = (at) => 14 + (at / 100) * (WIDE - 28);
const letter = (item, i) => item.letter || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i] || '•';
const stageAt = (stages, at) => (stages.find((one) => at < one.to) || stages[stages.length - 1]).label;

function curve(stages, alt) {
  const marks = draw('g');
  const svg = draw('svg', { viewBox: '0 0 320 196', class: 'curve', role: 'img', 'aria-label': alt });
  stages.forEach((stage, i) => {
    const from = across(stage.from);
    const to = across(stage.to);
    const line = [];
    for (let at = stage.from; at <= stage.to; at += 1) line.push(across(at).toFixed(1) + ',' + bell(at).toFixed(1));
    svg.append(
      draw('rect', { x: from, y: 8, width: to - from, height: FLOOR - 8, class: 'band' + (i % 2) }),
      draw('text', { x: (from + to) / 2, y: FLOOR + 15, class: 'stage' }, String(i + 1)),
      draw('polyline', { points: line.join(' '), class: stage.id === 'chasm' ? 'line gap' : 'line' }));
  });
  svg.append(marks);
  const names = make('p', { class: 'small stages', 'aria-hidden': 'true' }, ...stages.map((stage, i) =>
    make('span', null, make('b', null, String(i + 1)), ' ' + stage.label)));
  function put(list) { // [{at, sign, active, mine}]; those that meet stand above one another
    const taken = [];
    fill(marks, ...list.sort((a, b) => a.at - b.at).map(({ at, sign, active, mine }) => {
      const x = across(at);
      let y = bell(at);
      while (taken.some((one) => Math.abs(one[0] - x) < 22 && Math.abs(one[1] - y) < 22)) y -= 23;
      taken.push([x, y = Math.max(12, y)]);
      const shape = active ? draw('rect', { x: x - 10, y: y - 10, width: 20, height: 20, rx: 3 })
        : mine ? draw('path', { d: `M${x} ${y - 14}l14 14l-14 14l-14 -14z` }) : draw('circle', { cx: x, cy: y, r: 11 });
      return draw('g', { class: 'mark' + (active ? ' active' : mine ? ' yours' : '') }, shape, draw('text', { x, y, dy: '.36em' }, sign));
    }));
  }
  return { svg, names, put };
}

ballots.curve = function (q, changed) {
  const { chosen, open, from, read, hint } = answersOf(q, 'positions');
  const { svg, names, put } = curve(q.stages, say('curve'));
  let at = 0;
  let fresh = false;
  const rows = q.items.map((item, i) => {
    const said = make('span', { class: 'answer' });
    const slider = make('input', {
      type: 'range', min: 0, max: 100, 'aria-label': item.label,
      onfocus() { at = i; mark(); },
      oninput() { at = i; chosen[item.id] = Number(slider.value); mark(); changed(); },
    });
    const name = button(make('span', null, make('b', { class: 'letter' }, letter(item, i)), ...named(item)),
      () => { at = i; mark(); }, { class: 'row' });
    name.append(said);
    return { item, said, slider, name };
  });
  function mark() {
    put(q.items.map((item, i) => ({ at: chosen[item.id], sign: letter(item, i), active: i === at })).filter((one) => one.at !== undefined));
    rows.forEach(({ item, said, slider, name }, i) => {
      const words = open(item) ? say('not_placed') : stageAt(q.stages, chosen[item.id]);
      write(said, (open(item) ? '' : '✓ ') + words);
      flag(name, 'aria-current', i === at);
      slider.value = open(item) ? 50 : chosen[item.id];
      slider.className = open(item) ? 'unset' : '';
      slider.setAttribute('aria-valuetext', words);
    });
  }
  const move = (left) => {
    chosen[q.items[at].id] = within(0, ((left * WIDE - 14) / (WIDE - 28)) * 100, 100);
    mark();
  };
  finger(svg, (left) => { // where all are placed, a finger takes hold of the nearest
    const near = q.items.findIndex((one) => !open(one) && Math.abs(across(chosen[one.id]) - left * WIDE) < 14);
    if (near >= 0 && !open(q.items[at])) at = near;
    fresh = open(q.items[at]);
    move(left);
  }, move, () => {
    const item = q.items[at];
    speak(item.label + ': ' + stageAt(q.stages, chosen[item.id]));
    if (fresh && hint()) at = q.items.findIndex(open);
    mark();
    changed();
  });
  return {
    node: make('div', null, svg, names, make('ul', { class: 'plain' }, ...rows.map((row) => make('li', null, row.name, row.slider)))),
    show(ballot) {
      const first = from(ballot);
      if (open(q.items[first])) at = first;
      mark();
    },
    read, hint,
    lack: () => (read() ? '' : say('place_one')),
  };
};

ballots.rank = function (q, changed) {
  let order = [];
  const node = make('ol', { class: 'plain rank' });
  const rest = () => q.options.filter((one) => order.indexOf(one.id) < 0);
  function settle(focus) { // focus: a label that the thumb or the keyboard goes on from
    if (rest().length === 1) order.push(rest()[0].id); // no other place is left for it
    build();
    const next = node.querySelector(focus) || node.querySelector('button');
    next.focus({ preventScroll: true });
    changed();
  }
  const shift = (i, by) => () => {
    if (!order[i + by]) return;
    order.splice(i + by, 0, order.splice(i, 1)[0]);
    speak(say('rank_place', { n: i + by + 1 }));
    settle(`li:nth-child(${i + by + 1}) .${by < 0 ? 'up' : 'down'}`);
  };
  function build() {
    const free = rest();
    const ranked = order.map((id, i) => {
      const { label } = q.options.find((one) => one.id === id);
      const up = button('↑', shift(i, -1), { class: 'up', 'aria-label': say('up', { label }) });
      const down = button('↓', shift(i, 1), { class: 'down', 'aria-label': say('down', { label }) });
      flag(up, 'aria-disabled', !i);
      flag(down, 'aria-disabled', i === order.length - 1);
      const out = free.length && button('×', () => { order.splice(i, 1); settle('.option'); }, { 'aria-label': say('take_out', { label }) });
      return make('li', { class: 'ranked' }, make('b', null, i + 1 + '.'), typed(label, 'name'), up, down, out);
    });
    fill(node, ...ranked, ...free.map((option) => {
      const one = button('', () => {
        order.push(option.id);
        speak(option.label + ': ' + say('rank_place', { n: order.length }));
        settle('.option');
      }, { class: 'option' });
      one.append(...named(option).filter(Boolean));
      return make('li', null, one);
    }), order.length > 0 && make('li', null, button(say('clear'), () => { order = []; settle('.option'); }, { class: 'quiet' })));
  }
  return {
    node,
    show(ballot) {
      const known = q.options.map((one) => one.id);
      order = ((ballot && !ballot.points && ballot.options) || []).filter((id) => known.indexOf(id) >= 0);
      build();
    },
    read: () => (order.length ? { options: order.slice() } : null),
    lack: () => (rest().length ? say('rank_more', { n: order.length, m: q.options.length }) : ''),
  };
};

ballots.text = function (q, changed) {
  const node = make('div');
  const fields = [];
  function add() {
    const n = fields.length + 1;
    const left = make('p', { class: 'small', id: 'left-' + n });
    const area = make('textarea', {
      id: 'idea-' + n, rows: 2, maxlength: q.longest, dir: 'auto', 'aria-describedby': 'left-' + n,
      oninput() { count(); grow(); changed(); },
    });
    const count = () => write(left, say('idea_left', { n: q.longest - Array.from(area.value).length }));
    fields.push({ area, count });
    node.append(make('label', { for: 'idea-' + n }, say('idea', { n })), area, left);
    count();
  }
  function grow() { // one empty field more, as long as there may be more
    while (fields.length < q.most && (!fields.length || fields[fields.length - 1].area.value.trim())) add();
  }
  const read = () => {
    const ideas = fields.map(({ area }) => area.value.trim()).filter(Boolean);
    return ideas.length ? { ideas } : null;
  };
  return {
    node, read,
    show(ballot) {
      const ideas = (ballot && ballot.ideas) || [];
      while (fields.length < Math.min(q.most, ideas.length)) add();
      fields.forEach(({ area, count }, i) => { area.value = ideas[i] || ''; count(); });
      grow();
    },
    lack: () => (read() ? '' : say('write_one')),
  };
};

/* --- What came of it, as a picture; one's own answer has a sign and a word of its own */

const own = (text) => para('◆ ' + text, 'mine');
const yours = (text) => own(say('yours') + (text ? ': ' + text : ''));
const bars = (rows, row) => make('ul', { class: 'plain bars' }, ...rows.map((one, i) => make('li', null, ...row(one, i).filter(Boolean))));
const ends = (left, right, name) => make('span', { class: name || 'pairing' }, typed(left), typed(right));

function part(share, name, text) {
  const node = make('span', { class: name }, text);
  node.style.width = percent(share);
  return node;
}

const pictures = {
  bars: (p, marks) => bars(p.rows, (row, i) => [ends(row.label, row.words),
    make('span', { class: 'track' }, part(row.share, 'part')), marks[i] && yours(/choice|hands/.test(state.question.kind) ? '' : String(marks[i]))]),

  steps: (p, marks) => bars(p.rows, ({ left, right, label, levels, counts, words }, i) => {
    const all = counts.reduce((sum, one) => sum + one, 0);
    const parts = counts.map((n, at) => n && part(n / all, 'step step' + Math.round((at * 4) / (counts.length - 1 || 1)), String(n)));
    return [left ? ends(left, right, 'halves') : typed(label), make('span', { class: 'track steps', 'aria-hidden': 'true' }, ...parts),
      typed(words, 'small'), typeof marks[i] === 'number' && yours(levels ? levels[marks[i]] : p.levels[marks[i]].label)];
  }),

  dots(p, mine) {
    const here = typeof mine.x === 'number';
    return make('div', null, ...around(p.axes, draw('svg', { viewBox: '-110 -110 220 220', class: 'plot', role: 'img', 'aria-label': p.alt },
      draw('rect', { x: -104, y: -104, width: 208, height: 208, class: 'frame' }),
      draw('path', { d: 'M-104 0H104M0 -104V104', class: 'axis' }),
      ...p.quadrants.map((one, i) => draw('text', { x: i % 2 ? 98 : -98, y: i < 2 ? -90 : 97, class: i % 2 && 'end' }, one.label.slice(0, 20))),
      ...p.points.map((one) => draw('circle', { cx: one.x, cy: -one.y, r: 5, class: one.leaning ? 'lean' : 'dotted' })),
      here && draw('path', { d: `M${mine.x} ${-mine.y - 9}l9 9l-9 9l-9 -9z`, class: 'own' }))));
  },

  curve(p, marks) {
    const { svg, names, put } = curve(p.stages, p.alt);
    const room = p.rows.map((row, i) => ({ at: row.position, sign: letter(row, i) }));
    const mine = p.rows.map((row, i) => ({ at: marks[i], sign: letter(row, i), mine: true }));
    put(room.concat(mine).filter((one) => typeof one.at === 'number'));
    return make('div', null, svg, names, bars(p.rows, (row, i) => [make('b', { class: 'letter' }, letter(row, i)), typed(row.label),
      typed(row.words, 'about'), typeof marks[i] === 'number' && yours(stageAt(p.stages, marks[i]))]));
  },

  list: (p) => make('ul', null, ...p.lines.map((line) => make('li', { dir: 'auto' }, line))),
};

/* Whether the rows of a picture say already what one answered; an answer of many parts is not told twice. */
const marked = (result, { marks }) => Boolean(result && result.picture && /steps|curve/.test(result.picture.kind)
  && Array.isArray(marks) && marks.some((one) => typeof one === 'number'));

function pictured(p, mine) {
  const drawn = p && pictures[p.kind] && pictures[p.kind](p, (mine && mine.marks) || []);
  return drawn && make('figure', null, drawn);
}

/* --- The one page: built anew where the room went on, else changed in place */

const scene = { key: '', where: '', view: null, shown: false };
const asking = () => {
  const { question: q, you } = state;
  return q && q.phase === 'open' && you && you.here !== false ? q : null;
};

function show() {
  const { you, now, place: at, question: q, result, mine, ask: asked } = state;
  const fixed = q && Object.assign({}, q, { voted: 0, present: 0, done: 0, counted: 0, yours: 0, youAreDone: 0 });
  const still = q && q.phase === 'open' ? Object.assign({}, at, { lines: 0 }) : at; // silence, pairs: no ballot is built anew
  const key = JSON.stringify([you && you.here, now, still, fixed, result, (result || at.picture) && mine, you ? 0 : asked]);
  if (key !== scene.key) {
    const where = JSON.stringify([!you, now, at.title, q && place(q)]);
    const moved = scene.shown && where !== scene.where;
    const inside = $('content').contains(document.activeElement);
    Object.assign(scene, { key, where, view: null, shown: true });
    build();
    if (moved) {
      window.scrollTo(0, 0);
      if (you && message !== say('too_late')) message = '';
      speak($('title').textContent);
    }
    if (moved && (inside || !you)) $('title').focus({ preventScroll: true });
  } else if (scene.view && !unsent) {
    const mineNow = scene.view.read();
    if (!mineNow || plain(mineNow) === plain(scene.yours)) scene.view.show(q.yours); // changed elsewhere
  }
  if ($('phase')) fill($('phase'), ...at.lines.map((line) => para(line)));
  if (!unsent) scene.yours = q && q.yours; // else it is shown once nothing is on its way, also from another tab
  people();
  tell();
  tick();
}

function build() {
  const { place: at, question: q, result, mine, you } = state;
  document.title = at.title || state.title || say('title');
  write($('where'), you ? at.step || (state.title === at.title ? '' : state.title) : '');
  write($('title'), you ? (q && q.prompt) || at.title : say('title'));
  if (!you) return fill($('content'), ...joinForm());
  const shown = result ? result.round : q && q.round;
  const round = q && q.round > 1 && para(say('round', { n: shown }), 'small');
  const notes = [you.here === false && para(say('not_here'), 'notice'), !result && round, ...at.lines.map((line) => para(line))];
  if (q && q.phase !== 'revealed' && !result && ballots[q.kind]) {
    return fill($('content'), ...notes.slice(0, 2), make('div', { id: 'phase' }, ...notes.slice(2)), para([q.hint, q.help].filter(Boolean).join(' '), 'small'), ballotOf(q), make('p', { id: 'count', class: 'small' }));
  }
  return fill($('content'), result && round,
    ...(result ? result.sentences.map((line) => para(line)) : []), pictured(result ? result.picture : at.picture, mine),
    mine && mine.result && !marked(result, mine) && own(mine.result), q && !result && para(say('on_screen')), ...notes,
    ...(at.blocks || []).map((block) => make('section', null, make('h2', { dir: 'auto' }, block.title), ...block.lines.map((line) => para(line)))));
}

function ballotOf(q) {
  const view = ballots[q.kind](q, () => {
    message = '';
    if (!view.instant) draft(q, view.read());
    else if (unsent || plain(view.read()) !== plain(state.question.yours)) send(view.read());
    tell();
  });
  const waiting = unsent && place(unsent) === place(q) && unsent.ballot;
  view.show(waiting || (asking() && (keep.get('drafts') || {})[place(q)]) || q.yours);
  scene.view = view;
  const ballot = make('fieldset', { 'aria-labelledby': 'title' }, view.node);
  ballot.disabled = !asking();
  return ballot;
}

function people() { // how many have voted, and who holds this phone
  const { you, question: q, ask: asked } = state;
  if (q && $('count')) write($('count'), q.counted + (q.done ? ' · ' + say('are_done', { n: q.done }) : ''));
  $('me').hidden = !you;
  if (!you) return;
  write($('who'), [you.name || say('seat', { n: you.seat }), you.role].filter(Boolean).join(', '));
  $('rename').hidden = (!asked.name && !asked.role) || over();
}

/* --- Joining, and being called otherwise */

function field(form, name, about) {
  const id = form + '-' + name;
  const hint = page.texts[name + '_hint'];
  const error = make('p', { class: 'error', id: id + '-error', hidden: true });
  const input = make('input', Object.assign({ id, name, 'aria-describedby': id + '-error' + (hint ? ' ' + id + '-hint' : '') }, about));
  const label = (name === 'name' && state.ask.name_label) || say(name);
  return {
    input,
    node: make('div', { class: 'field' }, make('label', { for: id }, label), hint && make('p', { class: 'small', id: id + '-hint' }, hint), input, error),
    flaw(text) {
      error.hidden = !text;
      write(error, text && '! ' + text);
      flag(input, 'aria-invalid', text);
      if (text) input.focus();
    },
  };
}

function formOf(form, path, after) {
  const { name, role } = state.you || {};
  const fields = {};
  const add = (wanted, key, about) => { if (wanted) fields[key] = field(form, key, Object.assign({ maxlength: 80, dir: 'auto' }, about)); };
  add(form === 'join', 'code', { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr', maxlength: 24, value: page.code });
  add(state.ask.name, 'name', { autocomplete: 'name', value: name || '' });
  add(state.ask.role, 'role', { autocomplete: 'organization-title', value: role || '' });
  const wrong = make('p', { class: 'error', role: 'alert' });
  let busy = false;
  const fail = (error, text) => {
    busy = false;
    const at = Object.keys(fields).find((key) => error.indexOf(key) >= 0);
    if (at) fields[at].flaw(text);
    else write(wrong, '! ' + text);
    message = '';
    tell();
  };
  function onsubmit(event) {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const body = { name: '', role: '' };
    Object.keys(fields).forEach((key) => {
      body[key] = fields[key].input.value.trim();
      fields[key].flaw('');
    });
    if (form === 'join') { // the same until it is answered: whoever asks again is the same person
      body.id = keep.get('joining') || random();
      keep.set('joining', body.id);
    }
    write(wrong, '');
    message = say(form === 'join' ? 'joining' : 'saving');
    tell();
    ask(path, body).then(({ ok, data }) => {
      if (!ok) return fail(data.error || '', data.message || say('no_answer'));
      busy = false;
      message = '';
      if (form === 'join') keep.set('joining', null);
      after();
      return take(data, true);
    }, () => fail('', say('no_answer') + ' ' + say('mobile_data')));
  }
  return make('form', { id: form, novalidate: true, onsubmit }, ...Object.keys(fields).map((key) => fields[key].node), wrong,
    form !== 'join' && make('p', null, make('button', { type: 'submit' }, say('profile_save')), ' ', button(say('cancel'), after, { class: 'quiet' })));
}

const joinForm = () => [state.ask.joining === false && para(say('joining_closed'), 'notice'),
  formOf('join', '/api/join', () => setTimeout(() => link.start())), ...(state.ask.says || []).map((line) => para(line, 'small'))];

$('rename').addEventListener('click', () => {
  fill($('profile'), formOf('rename', '/api/profile', () => { fill($('profile')); $('rename').focus(); }));
  $('profile').querySelector('input').focus();
});

/* --- The bar at the thumb: what became of my vote, and the one thing to do next */

const vote = button('', () => {
  const q = asking();
  if (!q || !scene.view) return;
  if (scene.view.lack()) speak(scene.view.lack());
  else if (unsent || plain(scene.view.read()) !== plain(q.yours)) send(scene.view.read());
}, { class: 'main' });
const pass = button(say('pass'), () => {
  draft(state.question, null);
  scene.view.show(null);
  send({ passed: true });
}, { class: 'quiet' });
const done = button(say('done'), () => {
  const { ref, round, youAreDone } = state.question;
  ask('/api/done', { question: ref, round, done: !youAreDone }).then(({ ok, data }) => {
    message = ok ? '' : data.message || '';
    if (ok) take(data);
    tell();
  }, () => link.again());
}, { class: 'quiet' });
const join = make('button', { type: 'submit', form: 'join', class: 'main' }, say('join'));
$('actions').append(join, pass, done, vote);
write($('rename'), say('profile'));

function status(q, dirty, lack, waits) { // a sign, a sentence, and how it is meant
  const { question: asked, mine } = state;
  if (unsent && (link.tries || failures)) return ['!', message || say('unsent'), 'wait'];
  if (waits || (unsent && sending)) return ['…', say('saving'), 'wait'];
  if (link.closed) return ['', over() ? '' : say('room_closed'), ''];
  if (message) return ['!', message, 'wait'];
  if (link.tries) return ['!', say('offline'), 'wait'];
  if (!q && asked && asked.phase === 'closed') return asked.yours ? ['✓', say('closed_saved'), 'good'] : ['', say('closed_without'), ''];
  if (!q) return ['', '', ''];
  if (dirty) return ['', lack || say('not_sent') + ' ' + (scene.view.hint ? scene.view.hint() : ''), ''];
  if (!q.yours) return ['', lack, ''];
  return ['✓', (mine.saved || say('saved')) + (q.youAreDone ? ' ' + say('done_said') : ''), 'good'];
}

function tell() {
  const q = scene.view && asking();
  const waits = Boolean(q && unsent && place(unsent) === place(q));
  const saved = q ? (waits ? unsent.ballot : q.yours) : null;
  const mine = q ? scene.view.read() : null;
  const dirty = Boolean(mine) && plain(mine) !== plain(saved);
  const lack = q ? scene.view.lack() : '';
  const [sign, text, tone] = status(q, dirty, lack, waits && !dirty);
  write($('sign'), sign);
  write($('status'), text);
  $('bar').className = tone;
  join.hidden = Boolean(state.you) || link.closed;
  vote.hidden = !q || link.closed || scene.view.instant;
  write(vote, saved && !dirty && !waits ? '✓ ' + say('voted_now') : say(saved ? 'change' : 'vote'));
  flag(vote, 'aria-disabled', lack || !dirty);
  pass.hidden = !q || link.closed || !q.may_pass || Boolean(saved);
  done.hidden = !q || link.closed || !q.yours;
  flag(done, 'aria-pressed', q && q.youAreDone);
  $('bar').hidden = !text && !$('actions').querySelector('button:not([hidden])');
  const gone = link.brokenAt > 0 && !link.closed && (link.tries > 2 || Date.now() - link.brokenAt > 6000);
  if (gone !== $('trouble').hidden) return;
  $('trouble').hidden = !gone;
  fill($('trouble'), gone && make('h2', null, say('no_answer')), gone && para(say('mobile_data')), gone && para(say('keeps_trying')));
}

function tick() { // the laptop says where the timer stands; the page counts from there
  const timer = state.you && state.timer;
  $('timer').hidden = !timer;
  if (!timer) return;
  const left = Math.max(0, Math.ceil(timer.left - (timer.running ? (Date.now() - stateAt) / 1000 : 0)));
  const clock = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
  write($('timer'), left ? (timer.running ? clock : '⏸ ' + clock) : say('time_up'));
  $('timer').setAttribute('aria-label', left ? say('time_left', { n: clock }) : say('time_up'));
}
setInterval(tick, 500);

$('app').hidden = false;
show();
link.start();
