#!/usr/bin/env bash
# Resilience4j 2.4.0: a call that was permitted before the circuit opened, and ends while it is half
# open, is counted among the calls that may try. Late successes of that kind close the circuit,
# although no call that was let through since has ended. Ends with 0 while that is so, and with 1 once
# it changes. Needs a JDK from 17 on and Maven.
set -euo pipefail

version=2.4.0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat > "$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>late-trial</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.github.resilience4j</groupId>
      <artifactId>resilience4j-circuitbreaker</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
  -DoutputDirectory="$dir/lib"

cat > "$dir/LateTrial.java" <<'JAVA'
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.TimeUnit;

class LateTrial {
  public static void main(String[] args) {
    var circuit =
        CircuitBreaker.of(
            "late",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(4)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
    for (int call = 0; call < 6; call++) {
      circuit.acquirePermission();
    }
    for (int failure = 0; failure < 4; failure++) {
      circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException());
    }
    System.out.println(circuit.getState());
    circuit.transitionToHalfOpenState();
    for (int late = 0; late < 2; late++) {
      circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }
    System.out.println(circuit.getState());
  }
}
JAVA
said=$(java -cp "$dir/lib/*" "$dir/LateTrial.java" 2> /dev/null | paste -sd ' ')
[ "$said" = "OPEN CLOSED" ] || { echo "changed: the states are $said" >&2; exit 1; }
echo "resilience4j-circuitbreaker $version: two calls from before it opened close it: $said"
