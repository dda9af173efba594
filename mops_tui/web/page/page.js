/* One phone in a workshop: it joins, shows where the room is, votes, and keeps a vote until it has
   arrived. No framework and no build step; no text of its own: the words come with the page.
   Whatever somebody typed becomes a text node, never markup. */
(function () {
  'use strict';

  const $ = (id) => document.getElementById(id);
  const page = JSON.parse($('data').textContent); // {texts, room, code, state}

  function say(key, values) {
    const text = page.texts[key] === undefined ? key : page.texts[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) =>
      values && name in values ? String(values[name]) : whole);
  }

  /* --- Building the page ------------------------------------------------------------------- */

  function dress(node, about, inside) {
    Object.entries(about || {}).forEach(([name, value]) => {
      if (value === null || value === undefined || value === false) return;
      if (name.slice(0, 2) === 'on') node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? '' : String(value));
    });
    node.append(...inside.filter((one) => one !== null && one !== undefined && one !== ''));
    return node;
  }
  const make = (tag, about, ...inside) => dress(document.createElement(tag), about, inside);
  const draw = (tag, about, ...inside) =>
    dress(document.createElementNS('http://www.w3.org/2000/svg', tag), about, inside);
  const typed = (text, about) => make('span', Object.assign({ dir: 'auto' }, about), text);
  const button = (name, onclick, about) =>
    make('button', Object.assign({ type: 'button', onclick }, about), name);

  function fill(node, ...inside) {
    while (node.firstChild) node.removeChild(node.firstChild);
    node.append(...inside.filter(Boolean));
  }
  function write(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }
  function flag(node, name, on) {
    node.setAttribute(name, on ? 'true' : 'false');
  }
  const within = (low, value, high) => Math.max(low, Math.min(high, Math.round(value)));
  const percent = (share) => Math.max(0, Math.min(100, share * 100)) + '%';

  /* --- What is kept on this phone ------------------------------------------------------------ */

  const memory = {}; // a private window may have no storage: then for as long as the page is open
  const prefix = 'mops:' + page.room + ':';
  const keep = {
    get(name) {
      let text = memory[name];
      try {
        text = localStorage.getItem(prefix + name) || text;
      } catch (refused) { /* memory it is */ }
      try {
        return text ? JSON.parse(text) : null;
      } catch (torn) {
        return null;
      }
    },
    set(name, value) {
      const text = value ? JSON.stringify(value) : '';
      memory[name] = text;
      try {
        if (text) localStorage.setItem(prefix + name, text);
        else localStorage.removeItem(prefix + name);
      } catch (refused) { /* memory it is */ }
    },
  };
  try { // what other workshops left behind
    Object.keys(localStorage).forEach((name) => {
      if (name.slice(0, 5) === 'mops:' && name.indexOf(prefix)) localStorage.removeItem(name);
    });
  } catch (refused) { /* nothing to clean */ }

  function newId() {
    const numbers = crypto.getRandomValues(new Uint32Array(4));
    return Array.from(numbers, (one) => one.toString(16)).join('-');
  }

  /* --- Asking the laptop ---------------------------------------------------------------------- */

  const PATIENCE = 8000;

  function ask(path, body) {
    const stop = window.AbortController ? new AbortController() : null;
    const how = { cache: 'no-store', credentials: 'same-origin' };
    if (stop) how.signal = stop.signal;
    if (body) {
      how.method = 'POST';
      how.headers = { 'Content-Type': 'application/json' };
      how.body = JSON.stringify(body);
    }
    let clock = 0;
    const late = new Promise((done, fail) => {
      clock = setTimeout(() => {
        if (stop) stop.abort();
        fail(new Error('late'));
      }, PATIENCE);
    });
    const answered = fetch(path, how).then((answer) =>
      answer.json().catch(() => ({})).then((data) => ({
        ok: answer.ok,
        status: answer.status,
        data,
        wait: Number(answer.headers.get('Retry-After')) || 0,
      })));
    return Promise.race([answered, late]).then(
      (answer) => { clearTimeout(clock); return answer; },
      (error) => { clearTimeout(clock); throw error; });
  }

  /* --- The state: of two, the later counts ------------------------------------------------------ */

  let state = page.state;
  let heardAt = Date.now(); // when the laptop last said anything
  let stateAt = Date.now(); // when this state came: its timer counts from here
  let message = ''; // one sentence about the last thing that was done

  function take(fresh, anyway) {
    if (!fresh || fresh.version === undefined) return;
    if (!anyway && state.you && fresh.version < state.version) return;
    const lost = state.you && !fresh.you;
    state = fresh;
    stateAt = Date.now();
    if (lost) forget();
    show();
  }

  function forget() { // this phone has no seat any more: nothing of that person stays on it
    unsent = null;
    keep.set('unsent', null);
    keep.set('drafts', null);
    state = Object.assign({}, state, { you: null, now: 'joining', question: null, result: null });
    message = say('put_out');
    link.stop();
    show();
  }

  /* --- The link: events while they come, asking every few seconds where they do not ------------ */

  const QUIET = 25000; // the laptop says something every ten seconds; after this the link is dead
  const link = {
    source: null, clock: 0, turn: 0, tries: 0, deaf: 0, brokenAt: 0,

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
      ask('/api/state').then((answer) => {
        if (turn !== this.turn) return;
        if (answer.status === 401) return forget();
        if (!answer.ok) return this.again();
        this.heard();
        take(answer.data, true);
        flush();
        if (turn === this.turn) this.listen(turn);
      }, () => turn === this.turn && this.again());
    },
    listen(turn) {
      if (!window.EventSource || this.deaf > 1) {
        this.deaf -= 0.1; // now and then events are tried again
        this.clock = setTimeout(() => this.start(), 3000);
        return;
      }
      const source = new EventSource('/api/events');
      let first = true;
      const news = (event) => {
        if (turn !== this.turn) return;
        this.deaf = 0;
        this.heard();
        take(JSON.parse(event.data), first);
        first = false;
      };
      source.onmessage = news;
      source.addEventListener('state', news);
      source.addEventListener('heartbeat', () => turn === this.turn && this.heard());
      source.addEventListener('closed', () => { message = say('room_closed'); });
      source.onerror = () => {
        if (turn !== this.turn) return;
        if (first) this.deaf += 1;
        this.again();
      };
      this.source = source;
    },
    heard() {
      heardAt = Date.now();
      if (this.tries) {
        this.tries = 0;
        this.brokenAt = 0;
        tell();
      }
    },
    again() {
      this.stop();
      this.tries += 1;
      this.brokenAt = this.brokenAt || Date.now();
      const wait = Math.min(500 * Math.pow(2, this.tries), 10000);
      this.clock = setTimeout(() => this.start(), wait * (0.5 + Math.random() / 2));
      tell();
    },
  };

  const wake = () => document.visibilityState !== 'hidden' && link.start();
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', (event) => event.persisted && wake());
  window.addEventListener('online', wake);
  window.addEventListener('offline', () => state.you && link.again());
  window.addEventListener('focus', () => Date.now() - heardAt > 12000 && wake());
  setInterval(() => {
    if (state.you && !link.tries && Date.now() - heardAt > QUIET) wake();
  }, 5000);

  /* --- A vote on its way ----------------------------------------------------------------------- */

  let unsent = keep.get('unsent'); // {id, question, round, ballot}
  let sending = false;
  let failures = 0;
  let resend = 0;

  function send(ballot) {
    const q = state.question;
    unsent = { id: newId(), question: q.ref, round: q.round, ballot };
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
      const wait = seconds * 1000 || Math.min(400 * Math.pow(2, failures), 10000);
      resend = setTimeout(flush, wait * (0.75 + Math.random() / 2));
    };
    ask('/api/vote', mine).then((answer) => {
      sending = false;
      if (answer.status === 401) return forget();
      if (answer.status === 429 || answer.status >= 500) {
        message = answer.data.message || '';
        later(answer.wait);
      } else {
        const still = unsent && unsent.id === mine.id;
        if (still) {
          unsent = null;
          keep.set('unsent', null);
        }
        failures = 0;
        if (answer.ok) {
          draft(mine, null, mine.ballot);
          link.heard();
          message = '';
          take(answer.data);
        } else if (still) {
          const closed = answer.data.error === 'round-closed';
          message = closed ? say('too_late') : say('refused') + ' ' + (answer.data.message || '');
          if (scene.view && scene.view.instant) scene.view.show(state.question.yours);
          link.start();
        }
      }
      tell();
      flush();
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
    tell();
  });

  const place = (one) => (one.question || one.ref) + '#' + one.round;

  function draft(where, ballot, unless) { // a ballot that somebody is still at
    const drafts = keep.get('drafts') || {};
    if (unless && plain(drafts[place(where)]) !== plain(unless)) return;
    if (ballot) drafts[place(where)] = ballot;
    else delete drafts[place(where)];
    keep.set('drafts', drafts);
  }

  function plain(ballot) { // the same text for the same ballot, in whatever order its items came
    if (!ballot) return '';
    const keys = ballot.items || (ballot.points && ballot.options);
    const values = ballot.levels || ballot.positions || ballot.points;
    if (keys) {
      const pairs = keys.map((key, i) => [key, values[i]]);
      return JSON.stringify(pairs.filter((pair) => !ballot.points || pair[1]).sort());
    }
    const { option, options, x, y, ideas, passed } = ballot;
    return JSON.stringify([option, options, x, y, ideas, passed]);
  }

  /* --- Ballots: each has {node, show(ballot), read(), lack()}, and `instant` if a tap sends ------ */

  const ballots = {};

  ballots.choice = ballots.hands = function (q, changed) {
    let picked = null;
    const buttons = q.options.map((option) =>
      button(typed(option.label), () => { picked = option.id; mark(); changed(); },
        { class: 'option' }));
    q.options.forEach((option, i) =>
      option.about && buttons[i].append(typed(option.about, { class: 'about' })));
    const mark = () => buttons.forEach((one, i) =>
      flag(one, 'aria-pressed', q.options[i].id === picked));
    return {
      node: make('div', { class: q.kind === 'hands' ? 'options two' : 'options' }, ...buttons),
      instant: true,
      show(ballot) { picked = (ballot && ballot.option) || null; mark(); },
      read: () => picked && { option: picked },
      lack: () => say('tap_votes'),
    };
  };

  ballots.allocate = function (q, changed) {
    let given = {};
    const left = () => q.points - q.options.reduce((sum, one) => sum + (given[one.id] || 0), 0);
    const rows = q.options.map((option) => {
      const count = make('output', { class: 'count' });
      const part = make('span', { class: 'part' });
      const by = (step) => () => {
        if (step > 0 ? left() < 1 : !given[option.id]) return;
        given[option.id] = (given[option.id] || 0) + step;
        mark();
        changed();
      };
      const less = button('−', by(-1), { 'aria-label': say('less', { label: option.label }) });
      const more = button('+', by(1), { 'aria-label': say('more', { label: option.label }) });
      const node = make('li', { class: 'pour' },
        make('span', { class: 'name' }, typed(option.label),
          option.about ? typed(option.about, { class: 'about' }) : null),
        less, count, more, make('span', { class: 'track' }, part));
      return { option, node, count, part, less, more };
    });
    const mark = () => rows.forEach(({ option, count, part, less, more }) => {
      const points = given[option.id] || 0;
      write(count, String(points));
      part.style.width = percent(points / q.points);
      flag(less, 'aria-disabled', !points);
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
      lack: () => (left() ? say('points_left_' + left(), { n: left() }) : ''),
    };
  };

  /* One item at a time, so that the thumb stays where it is: a tap answers and brings the next. */
  function cards(q, changed, column, answers, face, named) {
    let chosen = {};
    let at = 0;
    let movedAt = 0;
    const many = q.items.length > 1;
    const progress = make('p', { class: 'small' });
    const before = make('p', { class: 'small before' });
    const subject = make('div', { class: 'subject', id: 'subject' });
    const tap = (value) => (event) => {
      if (event.timeStamp - movedAt < 200) return; // a double tap is one
      const item = q.items[at];
      chosen[item.id] = value;
      const order = q.items.slice(at + 1).concat(q.items.slice(0, at));
      const next = order.find((one) => chosen[one.id] === undefined);
      if (next) {
        movedAt = event.timeStamp;
        at = q.items.indexOf(next);
        speak(say('item_of', { n: at + 1, m: q.items.length }) + ' ' + named(next));
      }
      mark();
      write(before, many ? '✓ ' + named(item) + ': ' + answers.find((one) => one.id === value).label : '');
      changed();
    };
    const choices = answers.map((one) => button(one.sign ? '' : typed(one.label), tap(one.id),
      { class: one.sign ? 'dot ' + one.sign : 'option', 'aria-label': one.sign ? one.label : null }));
    const rows = q.items.map((item, i) => {
      const answer = make('span', { class: 'answer' });
      const node = button(typed(named(item)), () => { at = i; mark(); subject.focus(); }, { class: 'row' });
      node.append(answer);
      return { item, node, answer };
    });
    subject.tabIndex = -1;
    function mark() {
      const item = q.items[at];
      write(progress, many ? say('item_of', { n: at + 1, m: q.items.length }) : '');
      fill(subject, ...face(item));
      choices.forEach((one, i) => flag(one, 'aria-pressed', chosen[item.id] === answers[i].id));
      rows.forEach((row, i) => {
        const answer = answers.find((one) => one.id === chosen[row.item.id]);
        write(row.answer, answer ? '✓ ' + answer.label : say('not_answered'));
        row.node.classList.toggle('open', !answer);
        flag(row.node, 'aria-current', i === at);
      });
    }
    const count = () => q.items.filter((one) => chosen[one.id] !== undefined).length;
    return {
      node: make('div', null,
        make('div', { class: 'card' }, progress, subject,
          make('div', { class: answers[0].sign ? 'dots' : 'options', role: 'group', 'aria-labelledby': 'subject' }, ...choices),
          many ? before : null),
        many ? make('ol', { class: 'plain rows' }, ...rows.map((row) => make('li', null, row.node))) : null),
      instant: !many,
      show(ballot) {
        chosen = {};
        if (ballot && ballot.items) ballot.items.forEach((id, i) => { chosen[id] = ballot[column][i]; });
        const open = q.items.findIndex((one) => chosen[one.id] === undefined);
        if (open >= 0) at = open;
        mark();
      },
      read() {
        const items = q.items.map((one) => one.id).filter((id) => chosen[id] !== undefined);
        return items.length ? { items, [column]: items.map((id) => chosen[id]) } : null;
      },
      lack: () => (count() ? '' : say(many ? 'answer_one' : 'tap_votes')),
      hint: () => (count() < q.items.length ? say('answered', { n: count(), m: q.items.length }) : ''),
    };
  }

  ballots.rate = (q, changed) => cards(q, changed, 'levels', q.levels,
    (item) => [typed(item.label)], (item) => item.label);

  ballots.pairs = (q, changed) => cards(q, changed, 'positions', [
    { id: -2, sign: 'big', label: say('pair_left') },
    { id: -1, sign: 'mid', label: say('pair_rather_left') },
    { id: 0, sign: 'low', label: say('pair_middle') },
    { id: 1, sign: 'mid', label: say('pair_rather_right') },
    { id: 2, sign: 'big', label: say('pair_right') },
  ], (item) => [typed(item.left, { class: 'left' }), typed(item.right, { class: 'right' })],
  (item) => item.left + ' ↔ ' + item.right);

  /* A finger that goes down, moves and lifts; where there are no pointer events, a click. */
  function finger(node, down, move, up) {
    const at = (event) => {
      const box = node.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    if (!window.PointerEvent) {
      node.addEventListener('click', (event) => { down(...at(event)); up(); });
      return;
    }
    let held = null;
    node.addEventListener('pointerdown', (event) => {
      if (held !== null || event.button) return;
      held = event.pointerId;
      try { node.setPointerCapture(held); } catch (gone) { /* lifted already */ }
      down(...at(event));
    });
    node.addEventListener('pointermove', (event) => event.pointerId === held && move(...at(event)));
    ['pointerup', 'pointercancel'].forEach((name) => node.addEventListener(name, (event) => {
      if (event.pointerId !== held) return;
      held = null;
      up();
    }));
  }

  ballots.grid = function (q, changed) {
    let spot = null;
    let clock = 0;
    const { x, y } = q.axes;
    const dot = make('span', { class: 'spot' });
    const where = make('p', { class: 'small', id: 'where-i-am' });
    const corners = q.quadrants.map((one) => typed(one.label, { class: 'corner' }));
    const pad = make('div', {
      class: 'pad', tabindex: 0, role: 'application', 'aria-label': say('grid_pad'),
      'aria-describedby': 'where-i-am',
      onkeydown(event) {
        const step = event.shiftKey ? 20 : 5;
        const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
        if (event.key === 'Enter' || event.key === ' ') settle();
        else if (!way) return;
        else {
          const from = spot || { x: 0, y: 0 };
          move(from.x + way[0] * step, from.y + way[1] * step);
          speak(named());
          clearTimeout(clock);
          clock = setTimeout(settle, 1200);
        }
        event.preventDefault();
      },
    }, ...corners, dot);
    const sliders = ['x', 'y'].map((axis) => make('input', {
      type: 'range', min: -100, max: 100, step: 5,
      'aria-label': say('grid_x', q.axes[axis]),
      oninput() {
        const from = spot || { x: 0, y: 0 };
        const value = Number(this.value);
        move(axis === 'x' ? value : from.x, axis === 'y' ? value : from.y);
      },
      onchange: settle,
    }));
    function side(axis, value) {
      return value ? (value < 0 ? axis.low : axis.high) + ' ' + Math.abs(value) : say('grid_middle');
    }
    const named = () => (spot ? side(x, spot.x) + ' · ' + side(y, spot.y) : say('not_placed'));
    function mark() {
      dot.hidden = !spot;
      write(where, named());
      const at = spot || { x: 0, y: 0 };
      dot.style.left = percent((at.x + 100) / 200);
      dot.style.top = percent((100 - at.y) / 200);
      sliders.forEach((one, i) => {
        one.value = i ? at.y : at.x;
        one.setAttribute('aria-valuetext', spot ? side(i ? y : x, i ? at.y : at.x) : say('not_placed'));
      });
    }
    function move(toX, toY) {
      spot = { x: within(-100, toX, 100), y: within(-100, toY, 100) };
      mark();
    }
    function settle() {
      clearTimeout(clock);
      if (spot) changed();
    }
    const touch = (left, top) => move(left * 200 - 100, 100 - top * 200);
    finger(pad, touch, touch, settle);
    return {
      node: make('div', null,
        make('p', { class: 'edge' }, typed('↑ ' + y.high)), pad,
        make('p', { class: 'edges' }, typed('← ' + x.low), typed('↓ ' + y.low), typed(x.high + ' →')),
        where,
        make('details', { class: 'sliders' }, make('summary', null, say('sliders')), ...['x', 'y'].map((axis, i) =>
          make('div', { class: 'slider' }, typed(q.axes[axis].low), sliders[i], typed(q.axes[axis].high))))),
      instant: true,
      show(ballot) {
        clearTimeout(clock);
        spot = ballot && ballot.x !== undefined ? { x: ballot.x, y: ballot.y } : null;
        mark();
      },
      read: () => spot && { x: spot.x, y: spot.y },
      lack: () => say('pad_votes'),
    };
  };

  /* --- The adoption curve, on a ballot and as a result ------------------------------------------ */

  const WIDE = 320;
  const HIGH = 190;
  const FLOOR = 176;
  const bell = (at) => FLOOR - 118 * Math.exp(-0.5 * Math.pow((at / 100 - 0.62) / 0.235, 2));
  const across = (at) => 14 + (at / 100) * (WIDE - 28);
  const letter = (item, i) => item.letter || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i] || '•';
  const stageOf = (stages, at) =>
    stages.find((one) => at < one.to) || stages[stages.length - 1];

  function curve(stages, alt) {
    const marks = draw('g');
    const svg = draw('svg', { viewBox: '0 0 ' + WIDE + ' ' + HIGH, class: 'curve', role: 'img', 'aria-label': alt });
    stages.forEach((stage, i) => {
      const from = across(Math.min(100, stage.from));
      const to = across(Math.min(100, stage.to));
      const gap = stage.id === 'chasm';
      svg.append(draw('rect', { x: from, y: 8, width: to - from, height: FLOOR - 8, class: 'band' + (i % 2) }));
      const middle = (from + to) / 2;
      svg.append(draw('text', {
        x: middle, y: FLOOR - 6, class: 'stage', transform: 'rotate(-90 ' + middle + ' ' + (FLOOR - 6) + ')', dy: '.35em',
      }, stage.label.slice(0, 22)));
      const steps = [];
      for (let at = Math.min(100, stage.from); at <= Math.min(100, stage.to); at += 1) {
        steps.push(across(at).toFixed(1) + ',' + bell(at).toFixed(1));
      }
      svg.append(draw('polyline', { points: steps.join(' '), class: gap ? 'line gap' : 'line' }));
    });
    svg.append(marks);
    function place(list) { // [{at, sign, own}]; those that meet stand above one another
      fill(marks);
      const taken = [];
      list.slice().sort((a, b) => a.at - b.at).forEach((one) => {
        const px = across(one.at);
        let py = bell(one.at);
        while (taken.some(([otherX, otherY]) => Math.abs(otherX - px) < 22 && Math.abs(otherY - py) < 22)) py -= 23;
        py = Math.max(12, py);
        taken.push([px, py]);
        marks.append(draw('g', { class: one.own ? 'mark own' : 'mark' },
          draw(one.own ? 'rect' : 'circle', one.own
            ? { x: px - 10, y: py - 10, width: 20, height: 20, rx: 3 }
            : { cx: px, cy: py, r: 11 }),
          draw('text', { x: px, y: py, dy: '.36em' }, one.sign)));
      });
    }
    return { svg, place };
  }

  ballots.curve = function (q, changed) {
    let placed = {};
    let at = 0;
    const { svg, place: put } = curve(q.stages, say('curve'));
    const stage = (value) => stageOf(q.stages, value).label;
    const rows = q.items.map((item, i) => {
      const answer = make('span', { class: 'answer' });
      const slider = make('input', {
        type: 'range', min: 0, max: 100, 'aria-label': item.label,
        oninput() { at = i; placed[item.id] = Number(this.value); mark(); changed(); },
        onfocus() { at = i; mark(); },
      });
      const name = button(typed(letter(item, i), { class: 'letter', 'aria-hidden': 'true' }),
        () => { at = i; mark(); }, { class: 'row' });
      name.append(typed(item.label), answer);
      return { item, answer, slider, name, node: make('li', null, name, slider) };
    });
    function mark() {
      put(q.items.map((item, i) => ({ at: placed[item.id], sign: letter(item, i), own: i === at }))
        .filter((one) => one.at !== undefined));
      rows.forEach((row, i) => {
        const value = placed[row.item.id];
        const words = value === undefined ? say('not_placed') : stage(value);
        write(row.answer, value === undefined ? words : '✓ ' + words);
        row.name.classList.toggle('open', value === undefined);
        flag(row.name, 'aria-current', i === at);
        row.slider.value = value === undefined ? 50 : value;
        row.slider.classList.toggle('unset', value === undefined);
        row.slider.setAttribute('aria-valuetext', words);
      });
    }
    let fresh = false;
    const move = (left) => {
      placed[q.items[at].id] = within(0, ((left * WIDE - 14) / (WIDE - 28)) * 100, 100);
      mark();
    };
    finger(svg, (left) => {
      const near = q.items.findIndex((item) => placed[item.id] !== undefined &&
        Math.abs(across(placed[item.id]) - left * WIDE) < 14);
      const open = q.items.some((item) => placed[item.id] === undefined);
      if (near >= 0 && !(open && placed[q.items[at].id] === undefined)) at = near;
      fresh = placed[q.items[at].id] === undefined;
      move(left);
    }, move, () => {
      const item = q.items[at];
      speak(item.label + ': ' + stage(placed[item.id]));
      const next = q.items.findIndex((one) => placed[one.id] === undefined);
      if (fresh && next >= 0) at = next;
      mark();
      changed();
    });
    const count = () => q.items.filter((one) => placed[one.id] !== undefined).length;
    return {
      node: make('div', null, svg, make('ul', { class: 'plain rows' }, ...rows.map((row) => row.node))),
      show(ballot) {
        placed = {};
        if (ballot && ballot.items) ballot.items.forEach((id, i) => { placed[id] = ballot.positions[i]; });
        at = Math.max(0, q.items.findIndex((one) => placed[one.id] === undefined));
        mark();
      },
      read() {
        const items = q.items.map((one) => one.id).filter((id) => placed[id] !== undefined);
        return items.length ? { items, positions: items.map((id) => placed[id]) } : null;
      },
      lack: () => (count() ? '' : say('place_one')),
      hint: () => (count() < q.items.length ? say('answered', { n: count(), m: q.items.length }) : ''),
    };
  };

  ballots.rank = function (q, changed) {
    let order = [];
    const node = make('ol', { class: 'plain rank' });
    function settle(focus) {
      const rest = q.options.filter((one) => order.indexOf(one.id) < 0);
      if (rest.length === 1 && q.options.length > 1) order.push(rest[0].id); // no other place is left
      build(focus);
      changed();
    }
    function shift(i, by) {
      order.splice(i + by, 0, order.splice(i, 1)[0]);
      settle([order[i + by], by]);
    }
    function build(focus) {
      const ranked = order.map((id) => q.options.find((one) => one.id === id));
      const rest = q.options.filter((one) => order.indexOf(one.id) < 0);
      fill(node, ...ranked.map((option, i) => {
        const { label } = option;
        const up = button('↑', () => i && shift(i, -1), { 'aria-label': say('up', { label }) });
        const down = button('↓', () => i < order.length - 1 && shift(i, 1), { 'aria-label': say('down', { label }) });
        flag(up, 'aria-disabled', !i);
        flag(down, 'aria-disabled', i === order.length - 1);
        const row = make('li', { class: 'ranked' }, make('b', null, i + 1 + '.'), typed(label, { class: 'name' }), up, down,
          rest.length ? button('×', () => { order.splice(i, 1); settle(['rest']); }, { 'aria-label': say('take_out', { label }) }) : null);
        if (focus && focus[0] === option.id) setTimeout(() => (focus[1] < 0 ? up : down).focus());
        return row;
      }), ...rest.map((option, i) => {
        const one = button(typed(option.label), () => { order.push(option.id); speak(say('rank_place', { n: order.length }) + ': ' + option.label); settle(['rest', i]); }, { class: 'option' });
        if (focus && focus[0] === 'rest' && i === Math.min(focus[1] || 0, rest.length - 1)) setTimeout(() => one.focus({ preventScroll: true }));
        return make('li', null, one);
      }), ranked.length ? make('li', null, button(say('clear'), () => { order = []; settle(['rest']); }, { class: 'quiet' })) : null);
    }
    return {
      node,
      show(ballot) {
        const known = q.options.map((one) => one.id);
        order = ((ballot && !ballot.points && ballot.options) || []).filter((id) => known.indexOf(id) >= 0);
        build();
      },
      read: () => (order.length ? { options: order.slice() } : null),
      lack() {
        const n = q.options.length - order.length;
        return n ? say('rank_more', { n: order.length, m: q.options.length }) : '';
      },
    };
  };

  ballots.text = function (q, changed) {
    const node = make('div', { class: 'ideas' });
    const fields = [];
    function add() {
      const n = fields.length + 1;
      const left = make('span', { class: 'small', id: 'left-' + n });
      const area = make('textarea', {
        id: 'idea-' + n, rows: 2, maxlength: q.longest, dir: 'auto', 'aria-describedby': 'left-' + n,
        oninput() { count(); room(); changed(); },
      });
      const count = () => write(left, say('idea_left', { n: q.longest - Array.from(area.value).length }));
      fields.push({ area, count });
      node.append(make('label', { for: 'idea-' + n }, say('idea', { n })), area, left);
      count();
    }
    function room() { // one empty field more, as long as there may be more
      while (fields.length < q.most && (!fields.length || fields[fields.length - 1].area.value.trim())) add();
    }
    return {
      node,
      show(ballot) {
        const ideas = (ballot && ballot.ideas) || [];
        while (fields.length < Math.min(q.most, ideas.length)) add();
        fields.forEach(({ area, count }, i) => { area.value = ideas[i] || ''; count(); });
        room();
      },
      read() {
        const ideas = fields.map(({ area }) => area.value.trim()).filter(Boolean);
        return ideas.length ? { ideas } : null;
      },
      lack: () => (fields.some(({ area }) => area.value.trim()) ? '' : say('write_one')),
    };
  };

  /* --- What came of it: in words, as a picture, and beside it one's own answer ------------------- */

  const pictures = {};
  const own = (text) => typed('◆ ' + text, { class: 'mine' });

  pictures.bars = (p) => make('ul', { class: 'plain bars' }, ...p.rows.map((row) => {
    const part = make('span', { class: 'part' });
    part.style.width = percent(row.share);
    const mine = row.yours !== null && row.yours !== undefined && row.yours !== false;
    return make('li', null, make('span', { class: 'pairing' }, typed(row.label), typed(row.words)),
      make('span', { class: 'track' }, part),
      mine && row.yours !== 0 ? own(typeof row.yours === 'number' && state.question && state.question.points
        ? say('yours') + ': ' + row.yours : say('your_answer')) : null);
  }));

  pictures.steps = (p) => make('ul', { class: 'plain bars' }, ...p.rows.map((row) => {
    const all = row.counts.reduce((sum, one) => sum + one, 0) || 1;
    const parts = row.counts.map((count, i) => {
      const part = make('span', { class: 'step step' + Math.round((i * 4) / Math.max(1, row.counts.length - 1)) }, count ? String(count) : '');
      part.style.width = percent(count / all);
      return part;
    }).filter((part, i) => row.counts[i]);
    const levels = row.levels || p.levels || [];
    const level = (i) => (levels[i] && levels[i].label) || levels[i] || '';
    const words = row.counts.map((count, i) => count && level(i) + ' ' + count).filter(Boolean).join(' · ');
    return make('li', null, typed(row.label), make('span', { class: 'track steps', 'aria-hidden': 'true' }, ...parts),
      typed(words, { class: 'small' }),
      row.yours !== null && row.yours !== undefined ? own(say('yours') + ': ' + level(row.yours)) : null);
  }));

  pictures.dots = function (p) {
    const x = (p.axes && p.axes.x) || p.x || {};
    const y = (p.axes && p.axes.y) || p.y || {};
    const corners = p.corners || p.quadrants || [];
    const svg = draw('svg', { viewBox: '-110 -110 220 220', class: 'plot', role: 'img', 'aria-label': p.alt },
      draw('rect', { x: -104, y: -104, width: 208, height: 208, class: 'frame' }),
      draw('path', { d: 'M-104 0H104M0 -104V104', class: 'axis' }));
    corners.forEach((one, i) => svg.append(draw('text', {
      x: i % 2 ? 98 : -98, y: i < 2 ? -90 : 97, class: i % 2 ? 'end' : '',
    }, (one.label || one).slice(0, 20))));
    p.points.slice().sort((a, b) => Boolean(a.yours) - Boolean(b.yours)).forEach((one) => svg.append(one.yours
      ? draw('path', { d: 'M' + one.x + ' ' + (-one.y - 9) + 'l9 9l-9 9l-9 -9z', class: 'own' })
      : draw('circle', { cx: one.x, cy: -one.y, r: 5, class: 'dotted' })));
    return make('div', null, make('p', { class: 'edge' }, typed('↑ ' + (y.high || ''))), svg,
      make('p', { class: 'edges' }, typed('← ' + (x.low || '')), typed('↓ ' + (y.low || '')), typed((x.high || '') + ' →')),
      p.points.some((one) => one.yours) ? own(say('your_answer')) : null);
  };

  pictures.curve = function (p) {
    const { svg, place: put } = curve(p.stages, p.alt);
    put(p.rows.map((row, i) => ({ at: row.position, sign: letter(row, i) })).filter((one) => typeof one.at === 'number'));
    const stage = (at) => stageOf(p.stages, at).label;
    return make('div', null, svg, make('ul', { class: 'plain bars' }, ...p.rows.map((row, i) => make('li', null,
      make('span', { class: 'pairing' }, make('span', null, make('b', { class: 'letter' }, letter(row, i)), typed(row.label)),
        typed(typeof row.position === 'number' ? stage(row.position) : '–')),
      typeof row.yours === 'number' ? own(say('yours') + ': ' + stage(row.yours)) : null))));
  };

  pictures.list = (p) => make('ul', { class: 'said' }, ...(p.lines || p.rows || []).map((line) =>
    make('li', { dir: 'auto' }, typeof line === 'string' ? line : line.text || line.label,
      line.yours ? own(say('your_answer')) : null)));

  function resultOf(r) {
    const picture = r.picture && pictures[r.picture.kind] ? pictures[r.picture.kind](r.picture) : null;
    return make('section', { 'aria-labelledby': 'came' }, make('h2', { id: 'came' }, r.title || say('result')),
      ...(r.sentences || []).map((line) => make('p', { dir: 'auto', class: 'said' }, line)),
      picture && make('figure', null, picture),
      r.yours ? make('p', { dir: 'auto', class: 'mine' }, '◆ ' + r.yours) : null);
  }

  /* --- The one page ------------------------------------------------------------------------------ */

  const scene = { key: '', view: null, ask: '' };
  const asking = () => {
    const q = state.question;
    return q && q.phase === 'open' && q.voting !== false ? q : null;
  };

  function speak(text) { // heard, not seen
    write($('spoken'), text);
  }

  function show() {
    const { place: at, question: q, result } = state;
    const fixed = q && Object.assign({}, q, { voted: 0, present: 0, done: 0, yours: 0, you_are_done: 0 });
    const key = JSON.stringify([state.you && 1, state.now, at, fixed, result, state.ask]);
    if (key !== scene.key) {
      const other = !scene.key || JSON.stringify([state.you && 1, state.now, at && at.title, q && q.ref]) !== scene.ask;
      const typing = $('content').contains(document.activeElement);
      scene.key = key;
      scene.ask = JSON.stringify([state.you && 1, state.now, at && at.title, q && q.ref]);
      scene.view = null;
      build();
      if (other && scene.shown) {
        window.scrollTo(0, 0);
        if (typing || state.now === 'joining') $('title').focus({ preventScroll: true });
        message = state.now === 'joining' || message === say('too_late') ? message : '';
        speak($('title').textContent);
      }
      scene.shown = true;
    } else if (scene.view) {
      const mine = scene.view.read();
      const busy = unsent || (mine && plain(mine) !== plain(scene.yours));
      if (!busy) scene.view.show(q.yours);
    }
    scene.yours = q && q.yours;
    people();
    tell();
    tick();
  }

  function build() {
    const { place: at, question: q, result, you } = state;
    const content = $('content');
    document.title = (at && at.title) || state.title || say('title');
    write($('where'), you && at ? [at.step, at.title].filter(Boolean).join(' · ') : '');
    if (!you) {
      write($('title'), state.title || say('title'));
      fill(content, joinForm());
      return;
    }
    write($('title'), q ? q.prompt : at.title || state.title);
    if (!q) {
      fill(content, at.blank ? make('p', null, say('blank')) : null,
        ...(at.lines || []).map((line) => make('p', { dir: 'auto' }, line)), result && resultOf(result));
      return;
    }
    const round = q.round > 1 ? make('p', { class: 'small' }, say('round', { n: q.round })) : null;
    if (result || q.phase === 'revealed' || !ballots[q.kind]) {
      fill(content, round, result ? resultOf(result) : make('p', null, say('on_screen')));
      return;
    }
    const view = ballots[q.kind](q, () => {
      message = '';
      if (view.instant) {
        if (unsent || plain(view.read()) !== plain(state.question.yours)) send(view.read());
      } else draft(q, view.read());
      tell();
    });
    const drafts = keep.get('drafts') || {};
    const waiting = unsent && place(unsent) === place(q) ? unsent.ballot : null;
    view.show(waiting || (q.phase === 'open' && drafts[place(q)]) || q.yours);
    scene.view = view;
    const ballot = make('fieldset', { 'aria-labelledby': 'title' }, view.node);
    ballot.disabled = q.phase !== 'open';
    fill(content, round, q.help ? make('p', { class: 'help', dir: 'auto' }, q.help) : null, ballot,
      make('p', { id: 'count', class: 'small' }));
  }

  function people() { // how many have voted, and who holds this phone
    const { you, question: q } = state;
    if ($('count') && q) {
      write($('count'), say('voted', { n: q.voted, m: q.present }) + (q.done ? ' ' + say('are_done', { n: q.done }) : ''));
    }
    $('me').hidden = !you;
    if (!you) return;
    const name = [you.name || say('seat', { n: you.seat }), you.role].filter(Boolean).join(', ');
    write($('who'), name);
    write($('rename'), say('profile'));
    const wanted = JSON.stringify(state.ask);
    $('rename').hidden = !state.ask || !(state.ask.name || state.ask.role);
    if (wanted !== people.asked) {
      people.asked = wanted;
      $('profile').hidden = true;
    }
  }

  /* --- Joining, and being called otherwise --------------------------------------------------------- */

  function field(form, name, about, hint) {
    const id = form + '-' + name;
    const error = make('p', { class: 'error', id: id + '-error', hidden: true });
    const input = make('input', Object.assign({
      id, name, 'aria-describedby': id + '-error' + (hint ? ' ' + id + '-hint' : ''),
    }, about));
    const node = make('div', { class: 'field' }, make('label', { for: id }, say(name)),
      hint ? make('p', { class: 'small', id: id + '-hint' }, say(hint)) : null, input, error);
    return {
      node, input,
      flaw(text) {
        error.hidden = !text;
        write(error, text ? '! ' + text : '');
        flag(input, 'aria-invalid', Boolean(text));
        if (text) input.focus();
      },
    };
  }

  function formOf(form, path, after) {
    const wanted = state.ask || {};
    const you = state.you || {};
    const fields = {};
    if (form === 'join') {
      fields.code = field(form, 'code', {
        autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 24, value: page.code,
      }, 'code_hint');
    }
    if (wanted.name) {
      fields.name = field(form, 'name', { autocomplete: 'name', maxlength: 80, dir: 'auto', value: you.name || '' });
    }
    if (wanted.role) {
      fields.role = field(form, 'role', {
        autocomplete: 'organization-title', maxlength: 80, dir: 'auto', value: you.role || '',
      }, 'role_hint');
    }
    const wrong = make('p', { class: 'error', role: 'alert', hidden: true });
    let busy = false;
    return make('form', {
      id: form, novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        if (busy) return;
        busy = true;
        const body = { name: '', role: '' };
        Object.keys(fields).forEach((name) => {
          body[name] = fields[name].input.value.trim();
          fields[name].flaw('');
        });
        wrong.hidden = true;
        const fail = (error, text) => {
          busy = false;
          const at = /code/.test(error) ? fields.code : /role/.test(error) ? fields.role : /name/.test(error) ? fields.name : null;
          if (at) at.flaw(text);
          else {
            write(wrong, '! ' + text);
            wrong.hidden = false;
          }
          message = '';
          tell();
        };
        message = form === 'join' ? say('joining') : '';
        tell();
        ask(path, body).then((answer) => {
          if (answer.status === 401 && form !== 'join') return forget();
          if (!answer.ok) return fail(answer.data.error || '', answer.data.message || say('no_answer'));
          busy = false;
          message = '';
          after();
          take(answer.data, true);
          if (form === 'join') link.start();
        }, () => fail('', say('no_answer') + ' ' + say('mobile_data')));
      },
    }, ...Object.keys(fields).map((name) => fields[name].node), wrong,
    form === 'join' ? null : make('p', null, make('button', { type: 'submit' }, say('profile_save')), ' ',
      button(say('cancel'), after, { class: 'quiet' })));
  }

  const joinForm = () => make('div', null,
    state.ask && state.ask.joining === false ? make('p', { class: 'notice' }, say('joining_closed')) : null,
    formOf('join', '/api/join', () => {}));

  $('rename').addEventListener('click', () => {
    const close = () => { $('profile').hidden = true; $('rename').focus(); };
    fill($('profile'), formOf('rename', '/api/profile', close));
    $('profile').hidden = false;
    $('profile').querySelector('input').focus();
  });

  /* --- The bar at the thumb: what became of my vote, and the one thing to do next ------------------ */

  const vote = button('', () => {
    const { view } = scene;
    const q = asking();
    if (!q || !view) return;
    const why = view.lack();
    if (why) speak(why);
    else if (unsent || plain(view.read()) !== plain(q.yours)) send(view.read());
  }, { class: 'main' });
  const pass = button(say('pass'), () => {
    if (!asking()) return;
    draft(state.question, null);
    scene.view.show(null);
    send({ passed: true });
  }, { class: 'quiet' });
  const done = button(say('done'), () => {
    const q = asking();
    if (!q) return;
    ask('/api/done', { question: q.ref, round: q.round, done: !q.you_are_done }).then((answer) => {
      if (answer.ok) take(answer.data);
      else message = answer.data.message || '';
      tell();
    }, () => link.again());
  }, { class: 'quiet' });
  const join = make('button', { type: 'submit', form: 'join', class: 'main' }, say('join'));
  $('actions').append(join, pass, done, vote);

  function status(q, dirty, lack) { // a sign and a sentence
    const broken = link.tries > 0;
    const mine = unsent && q && place(unsent) === place(q);
    if (unsent && (broken || failures)) return ['!', say('unsent'), 'wait'];
    if (mine || (unsent && sending)) return ['…', say('saving'), 'wait'];
    if (message) return ['!', message, 'wait'];
    if (broken) return ['!', say('offline'), 'wait'];
    if (!q) {
      const asked = state.question;
      if (!asked || asked.phase !== 'closed') return ['', '', ''];
      return asked.yours ? ['✓', say('closed_saved'), 'good'] : ['', say('closed_without'), ''];
    }
    if (dirty) return lack ? ['', lack, ''] : ['', say('not_sent') + ' ' + (scene.view.hint ? scene.view.hint() : ''), ''];
    if (!q.yours) return ['', lack, ''];
    if (q.yours.passed) return ['✓', say('passed'), 'good'];
    return ['✓', say('saved') + ' ' + (q.you_are_done ? say('done_said') : say('change_until')), 'good'];
  }

  function tell() {
    const q = asking();
    const { view } = scene;
    const mine = q && view ? view.read() : null;
    const yours = q ? (unsent && place(unsent) === place(q) ? unsent.ballot : q.yours) : null;
    const dirty = Boolean(mine) && plain(mine) !== plain(yours);
    const lack = q && view ? view.lack() : '';
    const [sign, text, tone] = status(q, dirty, lack);
    write($('sign'), sign);
    write($('status'), text);
    $('bar').className = tone;
    join.hidden = Boolean(state.you);
    vote.hidden = !q || !view || view.instant;
    if (!vote.hidden) {
      write(vote, yours && !dirty ? '✓ ' + say('voted_now') : q.yours ? say('change') : say('vote'));
      flag(vote, 'aria-disabled', Boolean(lack) || !dirty);
    }
    pass.hidden = !q || !view || !q.may_pass || Boolean(yours);
    done.hidden = !q || !q.yours;
    flag(done, 'aria-pressed', Boolean(q && q.you_are_done));
    $('bar').hidden = !text && $('actions').querySelectorAll('button:not([hidden])').length === 0;
    const gone = link.brokenAt && (link.tries > 2 || Date.now() - link.brokenAt > 6000);
    if (Boolean(gone) === $('trouble').hidden) {
      $('trouble').hidden = !gone;
      fill($('trouble'), ...(gone ? ['no_answer', 'mobile_data', 'keeps_trying'].map((key, i) => make(i ? 'p' : 'h2', null, say(key))) : []));
    }
  }

  function tick() { // the timer counts here; the laptop says where it stands
    const timer = state.you && state.timer;
    $('timer').hidden = !timer;
    if (!timer) return;
    const left = Math.max(0, timer.left - (timer.running ? (Date.now() - stateAt) / 1000 : 0));
    const whole = Math.ceil(left);
    const clock = Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
    write($('timer'), whole ? (timer.running ? clock : '⏸ ' + clock) : say('time_up'));
    $('timer').setAttribute('aria-label', whole ? say('time_left', { n: clock }) : say('time_up'));
  }
  setInterval(tick, 500);

  show();
  if (state.you) link.start();
})();
