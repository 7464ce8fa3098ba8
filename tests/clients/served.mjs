// A server of its own for a test: `PROGRAM serve` on a free port.
import { spawn } from 'node:child_process';

/** The process and the address that it says it serves. What it says before it dies instead is the error. */
export async function serve(program, words, options = {}) {
  const server = spawn(program, ['serve', '--listen', '127.0.0.1:0', ...words], options);
  const base = await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (text) => {
      said += text;
      const found = said.match(/serving (http:\S+)\n/);
      if (found) resolve(found[1]);
    });
    server.on('exit', () => reject(new Error(said)));
  });
  return { server, base };
}

/** Ends it as a person would, and gives its exit code. */
export async function end(server) {
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM');
  return ended;
}
