package io.inboxport.http;

import io.inboxport.testkit.sandbox.Dialect;
import io.inboxport.testkit.sandbox.Dialect.WarningForm;

/**
 * The HTTP adapter keeps the contract, all of it, with a server that writes what PHP writes, and
 * warnings before it.
 */
class PhpDialectContractTest extends HttpGatewayContractTest {
  @Override
  Dialect dialect() {
    return Dialect.php().toBuilder().warnings(WarningForm.HTML).build();
  }
}
