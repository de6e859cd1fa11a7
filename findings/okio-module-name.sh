#!/usr/bin/env bash
# okio 3.18.1 beside okio-jvm 3.18.1: both jars are the Java module "okio", so a module path that holds
# both does not boot. Maven brings both, since okhttp-jvm depends on the one and Retrofit's OkHttp on
# the other; okio has no class of its own. Ends with 0 while that is so, and with 1 once it changes.
# Needs a JDK from 17 on and Maven.
set -euo pipefail

version=3.18.1
mods=$(mktemp -d)
trap 'rm -rf "$mods"' EXIT

for artifact in okio okio-jvm; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    -Dartifact="com.squareup.okio:$artifact:$version" -DoutputDirectory="$mods"
done

fail() { echo "changed: $*" >&2; exit 1; }

classes=$(unzip -l "$mods/okio-$version.jar" | grep -c '\.class$' || true)
[ "$classes" -eq 0 ] || fail "okio-$version.jar holds $classes classes"

if said=$(java --module-path "$mods" --list-modules 2>&1); then
  fail "a module path with both jars boots"
fi
grep -q 'Two versions of module okio found' <<<"$said" || fail "the JVM says: $said"
echo "okio $version: $(grep -m 1 -o 'Two versions of module okio found' <<<"$said"); okio holds no class"

rm "$mods/okio-$version.jar"
java --module-path "$mods" --describe-module okio | head -n 1 | sed "s|file:.*/||"
