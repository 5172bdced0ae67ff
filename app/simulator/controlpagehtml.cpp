// SPDX-License-Identifier: MIT
#include "simulator/controlpage.h"

namespace textback {

QByteArray controlPageHtml()
{
    // One file without anything from elsewhere. Texts of the line reach the page through textContent only: they are letters, never markup.
    return R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated phone line</title>
<style>
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
form, .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
label { display: flex; flex-direction: column; font-size: .8rem; gap: .15rem; }
input, select, button { font: inherit; padding: .35rem .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td.number, th.number { text-align: right; }
#note { min-height: 1.5rem; }
</style>
</head>
<body>
<h1>Simulated phone line</h1>
<p id="about"></p>
<p id="note" role="status"></p>

<h2>Let somebody call</h2>
<form data-to="call">
<label>Caller<select name="from" data-fill="people"></select></label>
<label>What happens<select name="scenario" data-fill="scenarios"></select></label>
<label>Rings (s)<input name="ringSeconds" size="4" inputmode="decimal"></label>
<button>Call</button>
</form>

<h2>Let somebody reply</h2>
<form data-to="reply">
<label>From<select name="from" data-fill="texters"></select></label>
<label>Text<input name="body" size="48" list="replies"></label>
<datalist id="replies"></datalist>
<button>Send</button>
</form>

<h2>Faults</h2>
<form data-to="fault">
<label>Kind<select name="kind" data-fill="faultKinds"></select></label>
<label>Method<select name="method"><option value="">any</option><option>GET</option><option>POST</option></select></label>
<label>Path contains<input name="path" size="16" placeholder="Messages.json"></label>
<label>Times (-1: always)<input name="count" size="4" value="1"></label>
<label>Probability<input name="probability" size="4"></label>
<label>Value<input name="value" size="10" title="Retry-After, Location or seconds"></label>
<button>Order</button>
<button type="button" id="clear">Clear all</button>
</form>
<ul id="faults"></ul>

<h2>Line</h2>
<form data-to="setting">
<label>Callers a minute<input name="callsPerMinute" size="4"></label>
<label>Rows hidden for (s)<input name="visibilityDelaySeconds" size="4"></label>
<label>Duration of unanswered calls<select name="unansweredDuration"><option value="">as it is</option><option>zero</option><option>null</option><option>empty</option></select></label>
<label>End of unanswered calls<select name="unansweredEndTime"><option value="">as it is</option><option>set</option><option>null</option></select></label>
<label>Customers reply<select name="customersReply"><option value="">as it is</option><option>true</option><option>false</option></select></label>
<button>Set</button>
</form>

<h2>Texts by recipient</h2>
<table><thead><tr><th>To</th><th class="number">POSTs received</th><th class="number">Texts accepted</th><th>Last text</th></tr></thead>
<tbody id="posts"></tbody></table>

<script>
const $ = id => document.getElementById(id);
let filled = false, state = null;
function option(value, text) { const o = document.createElement('option'); o.value = value; o.textContent = text; return o; }
function fill() {
  const lists = {
    people: state.people.map(p => [p.number, p.name]),
    texters: state.people.filter(p => p.nextReplies.length).map(p => [p.number, p.name]),
    scenarios: state.scenarios.map(s => [s.id, s.id + ': ' + s.text]),
    faultKinds: state.faultKinds.map(k => [k.id, k.id + ': ' + k.text]) };
  for (const select of document.querySelectorAll('select[data-fill]'))
    for (const [value, text] of lists[select.dataset.fill]) select.append(option(value, text));
  filled = true;
}
function suggest() {
  const from = document.querySelector('form[data-to=reply] [name=from]').value;
  const person = state.people.find(p => p.number === from);
  $('replies').replaceChildren(...(person ? person.nextReplies : []).map(r => option(r, '')));
}
async function refresh() {
  try {
    state = await (await fetch('/control/state')).json();
  } catch (e) { $('note').textContent = 'The simulated line has ended.'; return; }
  if (!filled) fill();
  suggest();
  $('about').textContent = `Number ${state.number}, account ${state.accountSid}. ${state.runningCalls} calls running, ` +
    `${state.callRows} call rows, ${state.textRows} texts, ${state.callsPerMinute} callers a minute, rows hidden for ` +
    `${state.visibilityDelaySeconds} s. ${state.now}`;
  $('faults').replaceChildren(...state.faults.map(f => {
    const item = document.createElement('li');
    item.textContent = `${f.kind} on ${f.method || 'any'} ${f.path || 'every path'}, ` +
      (f.count < 0 ? 'always' : `${f.count} more`) + (f.probability < 1 ? `, probability ${f.probability}` : '') + (f.value ? ` (${f.value})` : '');
    return item; }));
  $('posts').replaceChildren(...state.posts.map(p => {
    const row = document.createElement('tr');
    for (const [text, name] of [[p.to, ''], [p.received, 'number'], [p.accepted, 'number'], [p.bodies.at(-1) ?? '', '']]) {
      const cell = document.createElement('td'); cell.textContent = text; cell.className = name; row.append(cell); }
    return row; }));
}
async function order(what, body) {
  const answer = await fetch('/control/' + what, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
  const json = await answer.json();
  $('note').textContent = answer.ok ? 'Done.' : json.error;
  refresh();
}
for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', event => {
    event.preventDefault();
    order(form.dataset.to, Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')));
  });
$('clear').addEventListener('click', () => order('fault', {kind: 'none'}));
document.querySelector('form[data-to=reply] [name=from]').addEventListener('change', suggest);
refresh();
setInterval(refresh, 2000);
</script>
</body>
</html>
)html";
}

} // namespace textback
