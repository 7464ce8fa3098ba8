#!/bin/sh
# A client of the Model Context Protocol that negotiates (@modelcontextprotocol/client, mode "auto", and even one that is
# pinned to a version) starts a stdio server twice: one process for the question which era it speaks, another for the
# session. What starting costs is paid twice, and what a server does at its start, it does twice.
set -eu
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund @modelcontextprotocol/client@2.4.0 @modelcontextprotocol/server@2.4.0
cat >server.mjs <<'END'
import { appendFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
appendFileSync(process.argv[2], process.pid + '\n');
serveStdio(() => new McpServer({ name: 'one', version: '1' }));
END
cat >client.mjs <<'END'
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
const modes = { legacy: 'legacy', auto: 'auto', pinned: { pin: '2026-07-28' } };
for (const [name, mode] of Object.entries(modes)) {
  const client = new Client({ name: 'c', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ['server.mjs', name] }));
  await client.close();
  console.log(name + ': ' + readFileSync(name, 'utf8').trim().split('\n').length + ' processes');
}
END
echo "@modelcontextprotocol/client 2.4.0, node $(node --version)"
seen=$(node client.mjs)
echo "$seen"
[ "$seen" = "legacy: 1 processes
auto: 2 processes
pinned: 2 processes" ]
