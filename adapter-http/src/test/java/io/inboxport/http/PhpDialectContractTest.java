package io.inboxport.http;

import io.inboxport.testkit.sandbox.Dialect;

/** The HTTP adapter keeps the contract, all of it, with a server that writes what PHP writes. */
class PhpDialectContractTest extends HttpGatewayContractTest {
  @Override
  Dialect dialect() {
    return Dialect.php();
  }
}
