package io.inboxport.consumer;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.assertion.InboxAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.junit.InboxExtension;
import io.inboxport.testkit.junit.InboxName;
import io.inboxport.testkit.report.BackendReport;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the code of the guide to testing, and of the README's part about it. */
class ParcelDeskTest {
  // The README.
  @ExtendWith(InboxExtension.class)
  static class DeskTests {
    @Test
    void answers_once_and_closes(Inbox inbox, InMemoryInboxGateway backend) {
      ConversationId id = backend.receive(directMessage().saying("Where is my parcel?"));
      backend.faults().inject(Operation.REPLY, Fault.unheard()); // done, but you never heard

      new ParcelDesk(inbox).answer(id);

      assertThat(backend).replied(id, "It is on its way.").once().and().conversation(id).isClosed();
    }
  }

  // The guide.
  static class SettledTests {
    @RegisterExtension
    static final InboxExtension INBOXES =
        InboxExtension.builder()
            .startingAt(DemoInbox.NOW)
            .filling(backend -> backend.addTag(TagName.of("VIP")))
            .sandbox(settings -> settings.credentials("001000000000001", "a key"))
            .build();

    @Test
    void two_accounts(
        @InboxName("acme") Inbox acme,
        @InboxName("acme") InMemoryInboxGateway backendOfAcme,
        @InboxName("zulu") InMemoryInboxGateway backendOfZulu) {
      ConversationId id = backendOfAcme.receive(directMessage());
      acme.addNote(id, "Called back");
      assertThat(backendOfAcme).conversation(id).hasNote("Called back");
      assertThat(backendOfZulu).changedNothing();
    }

    @Test
    void over_http(Sandbox sandbox, InMemoryInboxGateway backend) {
      backend.receive(directMessage());
      assertThat(sandbox.url()).hasScheme("http"); // give it to the client that you test
      assertThat(sandbox.received().total()).isZero();
    }

    @Test
    void in_time(Inbox inbox, InMemoryInboxGateway backend, SettableClock clock) {
      ConversationId id = backend.receive(directMessage());
      backend.faults().inject(Operation.REPLY, Fault.executedLater(Duration.ofMinutes(1)));
      new ParcelDesk(inbox).answer(id);
      assertThat(backend).sentNothing().conversation(id).isOpen();
      clock.advance(Duration.ofMinutes(5));
      assertThat(backend).replied(id, "It is on its way.").once();
    }
  }

  @ExtendWith(InboxExtension.class)
  static class AssertionTests {
    @Test
    void say_what_is_meant(Inbox inbox, InMemoryInboxGateway backend) {
      ConversationId id = backend.receive(post().on(Network.INSTAGRAM));
      inbox.assign(id, UserId.of("00A000000000002"), "Please look");
      inbox.replaceTags(id, List.of(TagName.of("VIP"), TagName.of("Billing")));
      inbox.close(id);

      assertThat(backend).sentNothing().attempted(Operation.ASSIGN, 1);
      assertThat(backend)
          .conversation(id)
          .isClosed()
          .isAssignedTo(UserId.of("00A000000000002"))
          .isTagged("Billing", "VIP")
          .hasNote("Please look");

      ReplyVerdict verdict = inbox.canReply(inbox.get(id), ReplyDraft.of("Hello"));
      assertThat(verdict).isRefusedFor(new ReplyReason.ItemNotOpen(Status.CLOSED));
      assertThat(verdict).isRefusedOnlyFor(ReplyReason.ItemNotOpen.class);
    }
  }

  @ExtendWith(InboxExtension.class)
  static class AsynchronousTests {
    @Test
    void many_at_once(Inbox inbox, InMemoryInboxGateway backend) throws Exception {
      ConversationId id = backend.receive(directMessage());
      ExecutorService threads = virtualThreadsOrOthers();
      try {
        Future<Conversation> soon = CompletableFuture.supplyAsync(() -> inbox.get(id), threads);
        assertThat(soon.get().id()).isEqualTo(id);

        CompletableFuture<?>[] notes =
            Stream.of("one", "two", "three")
                .map(text -> CompletableFuture.runAsync(() -> inbox.addNote(id, text), threads))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(notes).join(); // before the test looks
        assertThat(backend).attempted(Operation.ADD_NOTE, 3);
      } finally {
        threads.shutdown();
      }
    }
  }

  @Test
  void without_the_extension() {
    InMemoryInboxGateway backend = DemoInbox.create();
    new ParcelDesk(Inbox.over(backend)).answer(ConversationId.of("eit000000000001"));
    String report = BackendReport.of(backend).hidingTexts().text(); // for any test framework
    assertThat(report).contains("Reply to eit000000000001: executed");
  }

  @Test
  void the_tests_of_the_guide_pass() {
    for (var tests :
        List.of(
            DeskTests.class, SettledTests.class, AssertionTests.class, AsynchronousTests.class)) {
      GuideCode.runs(tests);
    }
  }

  /** Virtual threads if this JDK has them, as Java 21 does; the build compiles for Java 17. */
  private static ExecutorService virtualThreadsOrOthers() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException javaBefore21) {
      return Executors.newCachedThreadPool();
    }
  }
}
