// Drives a server on stdio with the official TypeScript client and writes what it saw, one JSON object a line.
//   node typescript-client.mjs MODULES MODE COMMAND [ARGUMENT...]     MODE: legacy, auto, 2026-07-28
import { pathToFileURL } from 'node:url';

const [modules, mode, command, ...args] = process.argv.slice(2);
const at = file => import(pathToFileURL(`${modules}/@modelcontextprotocol/client/dist/${file}`));
const { Client } = await at('index.mjs');
const { StdioClientTransport } = await at('stdio.mjs');
const say = (what, value) => console.log(JSON.stringify({ what, value }));

let changed;
const nextChange = () => new Promise(resolve => { changed = resolve; });
let toolsChanged = nextChange();
const client = new Client(
  { name: 'typescript-client', version: '1' },
  {
    capabilities: { elicitation: { form: {} } },
    versionNegotiation: { mode: /^\d/.test(mode) ? { pin: mode } : mode },
    listChanged: { tools: { autoRefresh: false, onChanged: () => changed() } },
  });
client.setRequestHandler('elicitation/create', async request => {
  say('asked', request.params.message);
  return { action: 'accept', content: { username: 'ts', email: 't@example.org', name: 'ts' } };
});

await client.connect(new StdioClientTransport({ command, args, stderr: 'inherit' }));
say('era', client.getProtocolEra?.() ?? client.getNegotiatedProtocolVersion?.());
say('server', client.getServerVersion()?.name);
say('tools', (await client.listTools()).tools.map(tool => tool.name));
const text = async (name, values = {}, options = {}) =>
  (await client.callTool({ name, arguments: values }, options)).content[0]?.text;
say('text', await text('test_simple_text'));
say('elicitation', await text('test_elicitation', { message: 'Who?' }));
say('progress', await new Promise((resolve, reject) => {
  const seen = [];
  text('test_tool_with_progress', {}, { onprogress: one => seen.push(one.progress) })
    .then(() => resolve(seen), reject);
}));
say('prompts', (await client.listPrompts()).prompts.length);
say('resource', (await client.readResource({ uri: 'test://static-text' })).contents[0].text);
say('templates', (await client.listResourceTemplates()).resourceTemplates.length);
await text('test_trigger_tool_change');
await toolsChanged;
say('changed', true);
if (process.env.AGAIN) {
  // whoever started us has the server die now
  await new Promise(resolve => process.stdin.once('data', resolve));
  toolsChanged = nextChange();
  await text('test_trigger_tool_change');
  await toolsChanged;
  say('changed again', true);
}
await client.close();
say('end', true);
process.exit(0);
