package io.inboxport.testkit.sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox that is open to all, as at its start before each test. */
abstract class OpenSandbox {
  static final String ITEM = "/v2/conversation/eit000000000001";

  static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.start();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }
}
