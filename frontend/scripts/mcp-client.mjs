// The official MCP client, for the tests of the host: does the steps it reads as JSON and writes what came of each.
// Arguments: URL of the server, access token (empty for none), what the client calls itself.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { text } from 'node:stream/consumers';

const [url, token, name] = process.argv.slice(2);
const steps = JSON.parse(await text(process.stdin));
const headers = token ? { Authorization: `Bearer ${token}`, 'User-Agent': name } : {};
const client = new Client({ name, version: '1.0.0' });
const clientInfo = { 'io.modelcontextprotocol/clientInfo': { name, version: '1.0.0' } };

const actions = {
  tools: () => client.listTools(),
  call: ({ tool, arguments: given }) => client.callTool({ name: tool, arguments: given, _meta: clientInfo }),
  prompts: () => client.listPrompts(),
  prompt: ({ prompt, arguments: given }) => client.getPrompt({ name: prompt, arguments: given }),
  complete: ({ prompt, argument, value, context }) =>
    client.complete({
      ref: { type: 'ref/prompt', name: prompt },
      argument: { name: argument, value },
      context: { arguments: context ?? {} },
    }),
  resources: () => client.listResources(),
  templates: () => client.listResourceTemplates(),
  read: ({ uri }) => client.readResource({ uri }),
};

async function done(step) {
  try {
    return await actions[step.do](step);
  } catch (error) {
    return { error: { message: error.message, code: error.code ?? null } };
  }
}

try {
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
} catch (error) {
  process.stdout.write(JSON.stringify([{ error: { message: error.message, code: error.code ?? null } }]));
  process.exit(0);
}
const answers = [{ server: client.getServerVersion(), capabilities: client.getServerCapabilities() }];
for (const step of steps) {
  answers.push(await done(step));
}
await client.close();
process.stdout.write(JSON.stringify(answers));
