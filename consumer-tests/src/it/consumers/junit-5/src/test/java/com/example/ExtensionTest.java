package com.example;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.junit.InboxExtension;
import io.inboxport.testkit.junit.InboxName;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A user's tests with the extension, and without AssertJ. */
class ExtensionTest {
  @RegisterExtension static final InboxExtension INBOXES = InboxExtension.builder().demo().build();

  private final InMemoryInboxGateway ofTheConstructor;

  ExtensionTest(InMemoryInboxGateway backend) {
    ofTheConstructor = backend;
  }

  @BeforeEach
  void prepare(InMemoryInboxGateway backend) {
    assertSame(ofTheConstructor, backend);
  }

  @Test
  void the_version_is_the_one_that_is_meant() {
    var version = Test.class.getPackage().getImplementationVersion();
    assertTrue(version.startsWith(System.getProperty("expected.junit")), version);
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("org.assertj.core.api.Assertions"));
  }

  @RepeatedTest(2)
  void each_test_has_its_own(
      Inbox inbox,
      InMemoryInboxGateway backend,
      @InboxName("acme") InMemoryInboxGateway acme,
      Sandbox sandbox) {
    var id = ConversationId.of("eit000000000001");
    backend.faults().inject(Operation.REPLY, Fault.unheard());

    assertThrows(
        InboxException.OutcomeUnknown.class, () -> inbox.reply(id, ReplyDraft.of("On it!")));

    assertEquals(1, backend.attempts().total());
    assertEquals(0, acme.attempts().total());
    assertNotSame(backend, acme);
    assertSame(backend, sandbox.twin());
  }

  /** Run from below, as it is meant to fail. */
  @ExtendWith(InboxExtension.class)
  static class MeantToFail {
    @Test
    void fails(Inbox inbox, InMemoryInboxGateway backend) {
      inbox.addNote(backend.receive(directMessage().saying("Hello?")), "Escalated");
      fail("It failed.");
    }

    @Test
    void plans_a_fault_that_no_call_meets(InMemoryInboxGateway backend) {
      backend.faults().inject(Operation.REPLY, Fault.lost());
    }
  }

  @Test
  void failures_tell_what_came_and_what_did_not() {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(MeantToFail.class))
                .build(),
            listener);

    var printed = new StringWriter();
    for (var failure : listener.getSummary().getFailures()) {
      failure.getException().printStackTrace(new PrintWriter(printed, true));
    }
    assertEquals(2, listener.getSummary().getTestsFailedCount());
    assertTrue(printed.toString().contains("It failed."), printed::toString);
    assertTrue(printed.toString().contains("note by 00A000000000001 \"Escalated\""));
    assertTrue(printed.toString().contains("REPLY: Fault[LOST] for 1 call, met by 0"));
  }
}
