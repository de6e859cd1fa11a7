// Walks over all operations with the TypeScript client that was generated from docs/openapi.yaml.
// Arguments: the folder of the compiled client, and the URL of a sandbox with the demonstration inbox.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const [folder, basePath] = process.argv.slice(2);
const client = await import(pathToFileURL(`${folder}/index.js`));
const configuration = new client.Configuration({ basePath, username: "any", password: "key" });
const api = new client.InboxApi(configuration);
const id = "eit000000000001";

assert.equal((await api.me()).user.id, "00A000000000001");
const page = (await api.list({ network: ["Facebook", "LinkedIn"], status: ["open"], count: 5 })).conversations;
assert.ok(page.total >= page.items.length && page.items.length > 0);
assert.ok(page.items.every((item) => ["Facebook", "LinkedIn"].includes(item.network)));
assert.equal((await api.get({ id })).conversation.id, id);
const newest = (await api.timeline({ id })).timeline[0];
assert.ok(newest.content);
assert.ok((await api.timeline({ id, lastLoadedId: newest.id })).timeline.length > 0);
assert.ok((await api.setStatus({ id, status: "open" })).result);
const assigned = await api.assign({ id, assigneeId: "00A000000000002", note: "100% sure & glad" });
assert.equal(assigned.assignment.assigneeId, "00A000000000002");
assert.equal((await api.addNote({ id, note: "Grüße" })).note.content, "Grüße");
const names = async (tags) => (await api.replaceTags({ id, tags })).tags.map((tag) => tag.name);
assert.deepEqual(await names(["VIP", "Support"]), ["VIP", "Support"]);
assert.deepEqual(await names(["a, b"]), ["a, b"]);
assert.ok((await api.reply({ id, message: "Hello + welcome" })).result);
assert.ok((await api.createCase({ id, integrationId: "sfint00000000001", caseDescription: "Zelt" })).result);
await assert.rejects(api.get({ id: "eit-no-such" }), (e) => e.response.status === 404);
console.log("typescript: 10 operations");
