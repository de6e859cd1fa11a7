package io.inboxport.testkit.junit;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension, seen through tests that JUnit runs; those that must fail do. */
class InboxExtensionTest {
  private static final ConversationId FIRST = ConversationId.of("eit000000000001");

  @ExtendWith(InboxExtension.class)
  static class Together {
    private final InMemoryInboxGateway ofTheConstructor;
    private boolean prepared;

    Together(InMemoryInboxGateway backend) {
      this.ofTheConstructor = backend;
    }

    @BeforeEach
    void prepare(InMemoryInboxGateway backend) {
      backend.receive(directMessage().saying("Hello"));
      prepared = true;
    }

    @Test
    void parameters_of_a_test_belong_together(
        Inbox inbox, InMemoryInboxGateway backend, InboxGateway gateway, SettableClock clock) {
      assertThat(backend).isSameAs(gateway).isSameAs(ofTheConstructor);
      assertThat(prepared).isTrue();
      assertThat(inbox.list(ConversationQuery.all()).items()).hasSize(1);
      assertThat(clock.instant()).isEqualTo(DemoInbox.NOW).isEqualTo(backend.clock().instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void each_invocation_is_a_test(String text, InMemoryInboxGateway backend, Inbox inbox) {
      assertThat(backend.receive(directMessage().saying(text)).value()).endsWith("02");
      assertThat(inbox.list(ConversationQuery.all()).items()).hasSize(2);
    }

    @AfterEach
    void look(InMemoryInboxGateway backend) {
      assertThat(backend).isSameAs(ofTheConstructor);
    }
  }

  @Test
  void gives_each_test_an_inbox_of_its_own_in_all_its_methods() {
    assertPasses(Together.class, 3);
  }

  static class Several {
    @RegisterExtension final InboxExtension inboxes = InboxExtension.builder().demo().build();

    @Test
    void names_tell_inboxes_apart(
        @InboxName("acme") Inbox acme,
        @InboxName("acme") InMemoryInboxGateway backendOfAcme,
        @InboxName("zulu") InMemoryInboxGateway zulu,
        InMemoryInboxGateway unnamed) {
      acme.addNote(FIRST, "only there");
      assertThat(backendOfAcme.notes(FIRST)).extracting(e -> e.content()).contains("only there");
      assertThat(zulu.notes(FIRST)).extracting(e -> e.content()).doesNotContain("only there");
      assertThat(unnamed).isNotSameAs(zulu).isNotSameAs(backendOfAcme);
      assertThat(backendOfAcme.attempts().all()).hasSize(1);
      assertThat(zulu.attempts().all()).as("what filled it").isEmpty();
    }
  }

  @Test
  void gives_several_by_name() {
    assertPasses(Several.class, 1);
  }

  static class WithASandbox {
    static final Set<Sandbox> SEEN = Collections.newSetFromMap(new IdentityHashMap<>());

    @RegisterExtension
    static final InboxExtension INBOXES =
        InboxExtension.builder()
            .filling(backend -> backend.receive(directMessage().saying("Filled")))
            .sandbox(settings -> settings.credentials("account", "key"))
            .build();

    @RepeatedTest(2)
    void serves_the_backend_of_the_test(Sandbox sandbox, InMemoryInboxGateway backend) {
      assertThat(sandbox.twin()).isSameAs(backend);
      assertThat(backend.receive(directMessage()).value()).endsWith("02");
      SEEN.add(sandbox);
    }
  }

  @Test
  void starts_a_sandbox_if_asked_and_closes_it_with_the_test() throws InterruptedException {
    assertPasses(WithASandbox.class, 2);
    assertThat(WithASandbox.SEEN).hasSize(2);
    for (var sandbox : WithASandbox.SEEN) {
      sandbox.awaitClose();
    }
  }

  @ExtendWith(InboxExtension.class)
  static class ManyAtOnce {
    static final Set<Object> SEEN =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    static final CountDownLatch TWO_AT_ONCE = new CountDownLatch(2);

    @RepeatedTest(1_000)
    void is_alone(
        Inbox inbox, InMemoryInboxGateway backend, @InboxName("other") InMemoryInboxGateway other)
        throws InterruptedException {
      TWO_AT_ONCE.countDown();
      assertThat(TWO_AT_ONCE.await(30, TimeUnit.SECONDS)).as("two tests at once").isTrue();
      SEEN.add(backend);
      SEEN.add(other);
      var id = backend.receive(directMessage().saying("Hello"));
      backend.faults().inject(Operation.REPLY, Fault.unheard());
      assertThat(id).isEqualTo(FIRST);
      try {
        inbox.reply(id, ReplyDraft.of("On it!"));
      } catch (InboxException.OutcomeUnknown e) {
        inbox.close(id);
      }
      assertThat(backend.attempts().total()).isEqualTo(2);
      assertThat(other.list(ConversationQuery.all()).items()).isEmpty();
    }
  }

  @Test
  void a_thousand_parallel_runs_share_nothing() {
    var run = JupiterRun.inParallel(ManyAtOnce.class, 4);
    assertThat(run.printed()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(1_000);
    assertThat(ManyAtOnce.SEEN).hasSize(2_000);
  }

  @ExtendWith(InboxExtension.class)
  static class Failing {
    @Test
    void fails(Inbox inbox, InMemoryInboxGateway backend, Sandbox sandbox) {
      var id = backend.receive(directMessage().saying("Where is my parcel?"));
      backend.faults().inject(Operation.REPLY, Fault.unavailable());
      backend.faults().inject(Operation.ASSIGN, Fault.lost());
      try {
        inbox.reply(id, ReplyDraft.of("On it!"));
      } catch (InboxException e) {
        fail("The desk gave up.");
      }
    }
  }

  @Test
  void a_failure_carries_what_came_and_which_faults_were_met() {
    var run = JupiterRun.of(Failing.class);
    assertThat(run.failed()).isEqualTo(1);
    assertThat(run.printed())
        .contains("The desk gave up.")
        .contains("Suppressed: ", "What came to the inbox:")
        .contains("Reply to eit000000000001 \"On it!\": not executed, ended as Unavailable")
        .contains("REPLY of eit000000000001: Fault[UNAVAILABLE], not executed")
        .contains("ASSIGN: Fault[LOST], planned for 1, met by 0")
        .contains("message \"Where is my parcel?\"")
        .contains("HTTP requests: none");
  }

  static class FailingInSilence {
    @RegisterExtension
    final InboxExtension inboxes = InboxExtension.builder().hidingTexts().build();

    @Test
    void fails(Inbox inbox, @InboxName("real") InMemoryInboxGateway backend) {
      var id = backend.receive(directMessage().saying("My IBAN is DE00"));
      Inbox.over(backend).reply(id, ReplyDraft.of("Noted: DE00"));
      fail("It failed.");
    }
  }

  @Test
  void a_report_can_leave_texts_out() {
    assertThat(JupiterRun.of(FailingInSilence.class).printed())
        .contains("It failed.")
        .contains("Inbox \"real\"")
        .contains("Reply to eit000000000001: executed")
        .doesNotContain("DE00");
  }

  @ExtendWith(InboxExtension.class)
  static class Unmet {
    @Test
    void plans_a_fault_too_many(Inbox inbox, InMemoryInboxGateway backend) {
      var id = backend.receive(directMessage());
      backend.faults().inject(Operation.ADD_NOTE, Fault.unavailable(), 2);
      try {
        inbox.addNote(id, "n");
      } catch (InboxException.Unavailable expected) {
        assertThat(backend.notes(id)).isEmpty();
      }
    }

    @Test
    void plans_a_fault_on_the_wire(@InboxName("acme") Sandbox sandbox) {
      sandbox.faults().inject(Operation.LIST, WireFault.status(503), Integer.MAX_VALUE);
    }

    @Test
    void passes(Inbox inbox, InMemoryInboxGateway backend) {
      backend.faults().inject(Operation.ME, Fault.unavailable(), Integer.MAX_VALUE);
      try {
        inbox.me();
      } catch (InboxException.Unavailable expected) {
        assertThat(backend.faults().firedCount()).isEqualTo(1);
      }
    }

    @Test
    void is_skipped(InMemoryInboxGateway backend) {
      backend.faults().inject(Operation.LIST, Fault.unavailable());
      Assumptions.abort("not here");
    }
  }

  @Test
  void a_planned_fault_that_too_few_calls_met_fails_the_test() {
    var run = JupiterRun.of(Unmet.class);
    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failed()).isEqualTo(2);
    assertThat(run.printed())
        .contains("planned faults that too few calls met")
        .contains("ADD_NOTE: Fault[UNAVAILABLE] for 2 calls, met by 1")
        .contains("Inbox \"acme\", LIST: WireFault[STATUS 503] for every call, met by 0")
        .contains("allowingUnmetFaults()");
  }

  static class AllowingUnmet {
    @RegisterExtension
    final InboxExtension inboxes = InboxExtension.builder().allowingUnmetFaults().build();

    @Test
    void plans(InMemoryInboxGateway backend) {
      backend.faults().inject(Operation.LIST, Fault.executedLater(Duration.ofMinutes(1)));
    }
  }

  @Test
  void a_test_may_be_allowed_to_plan_more() {
    assertPasses(AllowingUnmet.class, 1);
  }

  @ExtendWith(InboxExtension.class)
  static class BeforeAllTests {
    @BeforeAll
    static void prepare(Inbox inbox) {
      assertThat(inbox).isNotNull();
    }

    @Test
    void never_runs() {
      fail("It ran.");
    }
  }

  @ExtendWith(InboxExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneForAll {
    OneForAll(InMemoryInboxGateway backend) {
      assertThat(backend).isNotNull();
    }

    @Test
    void never_runs() {
      fail("It ran.");
    }
  }

  @Test
  void what_belongs_to_no_test_gets_no_inbox() {
    assertThat(JupiterRun.of(BeforeAllTests.class).printed())
        .contains("Each test has its own Inbox, and prepare belongs to none")
        .doesNotContain("It ran.");
    assertThat(JupiterRun.of(OneForAll.class).printed())
        .contains("Each test has its own InMemoryInboxGateway")
        .doesNotContain("It ran.");
  }

  private static void assertPasses(Class<?> tests, int count) {
    var run = JupiterRun.of(tests);
    assertThat(run.printed()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(count);
  }
}
