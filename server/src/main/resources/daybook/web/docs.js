// Reads the description of the wire and makes a form of each operation. What comes from the server
// is only ever set as text.
'use strict';

const MOST_SHOWN = 2000000;
const HALF_A_YEAR = 183 * 24 * 3600 * 1000;
const access = document.getElementById('access');
let made = 0;

function make(name, text, attributes) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  return element;
}

function resolve(description, part) {
  if (!part || !part.$ref) return part || {};
  return part.$ref.slice(2).split('/').reduce((at, step) => at[step], description);
}

// A label, what is filled in, and a hint that is read after the label and is no part of it.
function labelled(text, input, hint) {
  const id = 'field-' + ++made;
  const place = make('div', '', { class: 'field' });
  input.id = id;
  place.append(make('label', text, { for: id }), input);
  if (hint) {
    input.setAttribute('aria-describedby', id + '-hint');
    place.append(make('small', hint, { id: id + '-hint' }));
  }
  return place;
}

// The examples of the description are of some day; those of the form have to find something today.
function example(parameter, now) {
  if (!parameter.example || !/RequestDate$/.test(parameter.schema.$ref || '')) return parameter.example || '';
  const date = new Date(/End|Before/.test(parameter.name) || parameter.name === 'endDate' ? now : now - HALF_A_YEAR);
  return date.toISOString().slice(0, 19) + 'Z';
}

function field(description, parameter, now) {
  const schema = resolve(description, parameter.schema);
  const choice = schema.enum || (schema.type === 'boolean' ? ['true', 'false'] : null);
  const input = make(choice ? 'select' : 'input', '', { name: parameter.name });
  if (choice) {
    for (const value of ['', ...choice]) input.append(make('option', String(value)));
  } else {
    input.spellcheck = false;
    if (parameter.in !== 'path') {
      input.value = example(parameter, now);
    } else {
      // An empty one would ask for something else; all others may be left out, to see the refusal.
      input.required = true;
      if (parameter.example) input.placeholder = 'such as ' + parameter.example;
    }
  }
  const items = resolve(description, schema.items).enum;
  const hint = parameter.description + (items ? ' Of ' + items.join(', ') + '.' : '');
  return labelled(parameter.name + (parameter.required ? ' (required)' : ''), input, hint);
}

function target(path, parameters, form) {
  const query = new URLSearchParams();
  let filled = path;
  for (const parameter of parameters) {
    const value = form.elements[parameter.name].value.trim();
    if (parameter.in === 'path') {
      filled = filled.replace('{' + parameter.name + '}', () => encodeURIComponent(value));
    } else if (value) {
      query.append(parameter.name, value);
    }
  }
  return filled + (query.toString() ? '?' + query : '');
}

function quoted(text) {
  return "'" + text.replaceAll("'", "'\\''") + "'";
}

function curl(request) {
  const parts = ['curl', '-i'];
  if (request.method !== 'GET') parts.push('-X', request.method);
  for (const [name, value] of Object.entries(request.headers)) {
    parts.push('-H', quoted(name + ': ' + value));
  }
  if (request.body) parts.push('-d', quoted(request.body));
  return parts.concat(quoted(location.origin + request.target)).join(' ');
}

// Only spaces are put in: JSON.parse would make 0 of 0.0, and an amount is what was sent.
function indented(json) {
  let depth = 0;
  const line = () => '\n' + '  '.repeat(depth);
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[{[]\s*[}\]]|[{}[\],:]|\s+/g, part => {
    if (part === '{' || part === '[') return depth++, part + line();
    if (part === '}' || part === ']') return depth--, line() + part;
    if (part === ',') return part + line();
    if (part === ':') return ': ';
    return part.trim();
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (e) {
    return undefined;
  }
}

function block(title, text) {
  const place = make('div');
  place.append(make('h4', title), make('pre', text, { tabindex: '0', role: 'group', 'aria-label': title }));
  return place;
}

// What is usually done next: the following page, or a request with the token that was just given.
function next(form, body) {
  const steps = [];
  for (const [name, token] of Object.entries({ ...body, ...(body && body.payload) })) {
    if (typeof token !== 'string') continue;
    if (/^next(Page)?Token$/i.test(name) && form.elements[name]) {
      const step = make('button', 'Next page', { type: 'button' });
      step.addEventListener('click', () => {
        form.elements[name].value = token;
        form.requestSubmit();
      });
      steps.push(step);
    }
    if (name === 'restrictedDataToken' || name === 'access_token') {
      const step = make('button', 'Use this token', { type: 'button' });
      step.addEventListener('click', () => {
        access.value = token;
        access.focus();
      });
      steps.push(step);
    }
  }
  return steps;
}

async function send(request, form, result) {
  const status = make('p', 'Sending...', { role: 'status' });
  const command = block('Command', curl(request));
  result.replaceChildren(status, command);
  try {
    const answer = await fetch(request.target, request);
    const text = await answer.text();
    const body = parsed(text);
    const shown = body === undefined ? text : indented(text);
    const headers = [...answer.headers].map(([name, value]) => name + ': ' + value).join('\n');
    status.textContent = (answer.status + ' ' + answer.statusText).trim();
    status.className = answer.ok ? 'good' : 'bad';
    status.after(...next(form, body));
    if (shown.length > MOST_SHOWN) status.append(', of which the page shows the first ' + MOST_SHOWN + ' characters');
    command.before(block('Body', shown.slice(0, MOST_SHOWN)), block('Headers', headers));
  } catch (e) {
    status.textContent = 'No answer: ' + e.message;
    status.className = 'bad';
  }
}

function body(content, type) {
  const input = make('textarea', '', { name: 'body', spellcheck: 'false' });
  input.value = JSON.stringify(content[type].example || {}, null, 2);
  const place = labelled('Body', input, 'Sent as ' + type + '.');
  place.classList.add('wide');
  return place;
}

function operation(description, path, method, what, now) {
  const parameters = (what.parameters || []).map(parameter => resolve(description, parameter));
  const details = make('details', '', { id: what.operationId });
  const summary = make('summary');
  const title = make('h3', what.operationId);
  title.append(make('code', method.toUpperCase() + ' ' + path));
  summary.append(title);
  const form = make('form', '', { autocomplete: 'off', 'aria-label': what.operationId });
  parameters.forEach(parameter => form.append(field(description, parameter, now)));
  const content = what.requestBody && what.requestBody.content;
  const type = content && Object.keys(content).find(name => name === 'application/json');
  if (type) form.append(body(content, type));
  const result = make('section', '', { class: 'answer', 'aria-label': 'Answer of ' + what.operationId });
  form.append(make('button', 'Send'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const request = { method: method.toUpperCase(), target: target(path, parameters, form), headers: {} };
    if (what.security.length > 0 && access.value.trim()) {
      request.headers['x-amz-access-token'] = access.value.trim();
    }
    if (type) {
      request.headers['content-type'] = type;
      request.body = form.elements.body.value;
    }
    send(request, form, result);
  });
  const roles = what.security.flatMap(one => Object.values(one).flat());
  details.append(summary, make('p', what.summary + ' ' + (what.description || '')));
  if (roles.length > 0) details.append(make('p', 'Role: ' + roles.join(', ')));
  details.append(form, result);
  return details;
}

async function show() {
  const answer = await fetch('/openapi.json');
  if (!answer.ok) throw new Error(answer.status + ' for /openapi.json');
  const description = await answer.json();
  const now = Date.parse(answer.headers.get('date')) || Date.now();
  const place = document.getElementById('operations');
  for (const tag of description.tags) {
    const section = make('section', '', { 'aria-label': tag.name });
    section.append(make('h2', tag.name), make('p', tag.description));
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, what] of Object.entries(methods)) {
        if (what.tags.includes(tag.name)) section.append(operation(description, path, method, what, now));
      }
    }
    place.append(section);
  }
  const wanted = document.getElementById(location.hash.slice(1));
  if (wanted instanceof HTMLDetailsElement) {
    wanted.open = true;
    wanted.scrollIntoView();
  }
}

document.getElementById('token').addEventListener('submit', async event => {
  event.preventDefault();
  const output = document.getElementById('made');
  const form = new URLSearchParams(new FormData(event.target));
  form.append('grant_type', 'refresh_token');
  output.textContent = 'Sending...';
  output.className = '';
  let said;
  try {
    const answer = await fetch('/auth/o2/token', { method: 'POST', body: form });
    const reply = parsed(await answer.text()) || {};
    if (answer.ok) access.value = reply.access_token;
    output.className = answer.ok ? 'good' : 'bad';
    said = answer.ok ? 'Made. It is good for ' + Math.round(reply.expires_in / 60) + ' minutes.'
        : answer.status + ': ' + (reply.error_description || 'no reason given');
  } catch (e) {
    output.className = 'bad';
    said = 'No answer: ' + e.message;
  }
  output.textContent = said;
});

show().catch(e => document.getElementById('operations')
    .append(make('p', 'The description could not be read: ' + e.message, { class: 'bad', role: 'alert' })));
