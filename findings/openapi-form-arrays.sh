#!/usr/bin/env bash
# A form field that repeats, such as tags[]=a&tags[]=b, which OpenAPI describes as an array with
# style: form and explode: true. Two well-kept tools lose all but one value without a word:
#   openapi-generator 7.25.0, typescript-axios: the client sends the last value alone.
#   Prism 5.14.2: the mock sees one value, and refuses two as fewer than two.
# Ends with 0 while that is so, and with 1 once it changes. Needs Java, Maven and Node.js with npm.
set -euo pipefail

generator=7.25.0
prism=5.14.2
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
fail() { echo "changed: $*" >&2; exit 1; }
cd "$work"

cat >api.yaml <<'YAML'
openapi: "3.1.0"
info: {title: Tags, version: "1"}
paths:
  /tag:
    post:
      operationId: replaceTags
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: ["tags[]"]
              properties:
                "tags[]": {type: array, minItems: 2, items: {type: string}}
            encoding:
              "tags[]": {style: form, explode: true}
      responses:
        "200":
          description: Done
          content: {application/json: {schema: {type: object}}}
YAML

mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
  -Dartifact="org.openapitools:openapi-generator-cli:$generator" -DoutputDirectory=.
java -jar "openapi-generator-cli-$generator.jar" generate -i api.yaml -g typescript-axios -o client >generator.log
npm install --silent --no-audit --no-fund "@stoplight/prism-cli@$prism" typescript@5.9.3 axios@1.13.2 @types/node@22.19.1
node_modules/.bin/tsc --target es2022 --module commonjs --skipLibCheck --outDir compiled client/index.ts

cat >send.cjs <<'JS'
const http = require("node:http");
const { Configuration, DefaultApi } = require("./compiled/index.js");
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    console.log(decodeURIComponent(body));
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
});
server.listen(0, "127.0.0.1", async () => {
  const basePath = `http://127.0.0.1:${server.address().port}`;
  await new DefaultApi(new Configuration({ basePath })).replaceTags(["VIP", "Support"]);
  server.close();
});
JS
sent=$(node send.cjs)
[ "$sent" = 'tags[]=Support' ] || fail "typescript-axios sends $sent"
echo "openapi-generator $generator, typescript-axios: of VIP and Support it sends $sent"

port=$(node -e 's = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
node_modules/.bin/prism mock -p "$port" api.yaml >prism.log 2>&1 &
server=$!
until curl -s -o /dev/null "http://127.0.0.1:$port/"; do
  kill -0 "$server" || { cat prism.log >&2; exit 1; }
  sleep 0.2
done
said=$(curl -s "http://127.0.0.1:$port/tag" -d 'tags[]=VIP' -d 'tags[]=Support')
grep -q 'must NOT have fewer than 2 items' <<<"$said" || fail "Prism answers $said"
echo "Prism $prism: of two pairs it says $(grep -o '"message":"[^"]*"' <<<"$said")"
