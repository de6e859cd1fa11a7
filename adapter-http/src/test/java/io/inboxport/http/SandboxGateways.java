package io.inboxport.http;

import io.inboxport.testkit.sandbox.Sandbox;

/** Gateways in front of a sandbox. */
public final class SandboxGateways {
  private SandboxGateways() {}

  public static HttpInboxGateway unhurried(Sandbox sandbox) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "key"))
        .baseUrl(sandbox.url())
        .clock(sandbox.clock())
        .build();
  }
}
