// Reads the description of the wire and makes a form of each operation. What comes from the server
// is only ever set as text.
'use strict';

const MOST_SHOWN = 200000;
const access = document.getElementById('access');

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

function field(description, parameter) {
  const schema = resolve(description, parameter.schema);
  const choice = schema.enum || (schema.type === 'boolean' ? ['true', 'false'] : null);
  const label = make('label', parameter.name + (parameter.required ? ' *' : ''));
  const input = make(choice ? 'select' : 'input', '', { name: parameter.name });
  if (choice) {
    for (const value of ['', ...choice]) input.append(make('option', String(value)));
  } else if (parameter.example) {
    input.value = parameter.example;
  }
  const items = resolve(description, schema.items).enum;
  const hint = parameter.description + (items ? ' Of ' + items.join(', ') + '.' : '');
  label.append(input, make('small', hint));
  return label;
}

function target(path, parameters, form) {
  const query = new URLSearchParams();
  let filled = path;
  for (const parameter of parameters) {
    const value = form.elements[parameter.name].value.trim();
    if (parameter.in === 'path') {
      filled = filled.replace('{' + parameter.name + '}', encodeURIComponent(value));
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

async function send(request, result) {
  result.replaceChildren(make('pre', curl(request)));
  try {
    const answer = await fetch(request.target, request);
    const body = await answer.text();
    const headers = [...answer.headers].map(([name, value]) => name + ': ' + value).join('\n');
    let shown = body;
    try {
      shown = JSON.stringify(JSON.parse(body), null, 2);
    } catch (e) {
      // Not JSON: shown as it came.
    }
    if (shown.length > MOST_SHOWN) shown = shown.slice(0, MOST_SHOWN) + '\n... (cut)';
    result.append(make('p', String(answer.status), { class: answer.ok ? 'good' : 'bad' }),
        make('pre', headers), make('pre', shown));
  } catch (e) {
    result.append(make('p', 'No answer: ' + e.message, { class: 'bad' }));
  }
}

function operation(description, path, method, what) {
  const parameters = (what.parameters || []).map(parameter => resolve(description, parameter));
  const details = make('details');
  const summary = make('summary');
  summary.append(make('span', method.toUpperCase(), { class: 'method' }), make('code', path));
  const form = make('form', '', { autocomplete: 'off' });
  parameters.forEach(parameter => form.append(field(description, parameter)));
  const content = what.requestBody && what.requestBody.content;
  const type = content && Object.keys(content).find(name => name === 'application/json');
  if (type) {
    const label = make('label', 'Body');
    const body = make('textarea', '', { name: 'body', spellcheck: 'false' });
    body.value = JSON.stringify(content[type].example || {}, null, 2);
    label.append(body);
    form.append(label);
  }
  const result = make('div');
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
    send(request, result);
  });
  const roles = what.security.flatMap(one => Object.values(one).flat());
  details.append(summary, make('p', what.summary + ' ' + (what.description || '')));
  if (roles.length > 0) details.append(make('p', 'Role: ' + roles.join(', ')));
  details.append(form, result);
  return details;
}

async function show() {
  const description = await (await fetch('/openapi.json')).json();
  const place = document.getElementById('operations');
  for (const tag of description.tags) {
    place.append(make('h2', tag.name), make('p', tag.description));
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, what] of Object.entries(methods)) {
        if (what.tags.includes(tag.name)) place.append(operation(description, path, method, what));
      }
    }
  }
}

document.getElementById('token').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const output = form.querySelector('output');
  const body = new URLSearchParams(new FormData(form));
  body.append('grant_type', 'refresh_token');
  const answer = await fetch('/auth/o2/token', { method: 'POST', body });
  const reply = await answer.json();
  if (answer.ok) access.value = reply.access_token;
  output.textContent = answer.ok ? 'Made.' : reply.error_description;
});

show().catch(e => document.getElementById('about').append(' Not read: ' + e.message));
