// node mcp_clients.mjs PROGRAM INDEX: the real clients of the Model Context Protocol, old and new, talk with
// `PROGRAM mcp` over standard input and output and with `PROGRAM serve` over HTTP: list, search, page, read, and be told
// what was wrong.
import assert from 'node:assert/strict';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { end, serve } from './served.mjs';

const [program, index] = process.argv.slice(2);
const server = { command: program, args: ['mcp', '--index', index], stderr: 'pipe' };
const { server: served, base } = await serve(program, ['--index', index]);
const address = new URL('mcp', base);
const us = { name: 'test', version: '1' };

const clients = {
  'SDK v1': () => [new OldClient(us), new OldTransport(server)],
  'client v2': () => [new Client(us), new StdioClientTransport(server)],
  'client v2, auto': () => [new Client(us, { versionNegotiation: { mode: 'auto' } }), new StdioClientTransport(server)],
  'client v2, pinned': () => [
    new Client(us, { versionNegotiation: { mode: { pin: '2026-07-28' } } }),
    new StdioClientTransport(server),
  ],
  'SDK v1, HTTP': () => [new OldClient(us), new OldHttp(address)],
  'client v2, HTTP': () => [new Client(us), new StreamableHTTPClientTransport(address)],
  'client v2, auto, HTTP': () => [new Client(us, { versionNegotiation: { mode: 'auto' } }), new StreamableHTTPClientTransport(address)],
};

for (const [name, make] of Object.entries(clients)) {
  const [client, transport] = make();
  client.onerror = (error) => assert.fail(`${name}: ${error}`);
  await client.connect(transport);

  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), ['search', 'get', 'related', 'status']);

  const call = (tool, args) => client.callTool({ name: tool, arguments: args });
  const found = await call('search', { query: 'why does dropout help', limit: 2 });
  const [hit] = found.structuredContent.hits;
  assert.match(found.content[0].text, /— \S+:\d+(-\d+)? \[/);
  assert.ok(found.content[0].text.length <= 8000);
  const page = await call('search', { query: 'why does dropout help', limit: 2, offset: found.structuredContent.next_offset });
  assert.notEqual(page.structuredContent.hits[0].id, hit.id);

  const whole = await call('get', { id: hit.id });
  assert.ok(whole.content[0].text.startsWith(`# ${hit.question}`));
  assert.ok((await call('related', { id: hit.id })).structuredContent.hits.length > 0);
  assert.ok((await call('status', {})).structuredContent.records > 100);

  const wrong = await call('search', {});
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0].text, /'query' is missing/);

  const { resourceTemplates } = await client.listResourceTemplates();
  assert.equal(resourceTemplates[0].uriTemplate, 'answers://record/{id}');
  const read = await client.readResource({ uri: `answers://record/${hit.id}` });
  assert.ok(read.contents[0].text.includes(hit.question));
  await assert.rejects(client.readResource({ uri: 'answers://record/none' }));
  await client.close();
  console.log(`${name}: ${client.getServerVersion?.()?.name ?? 'answers'} does what it should`);
}
assert.equal(await end(served), 0);
