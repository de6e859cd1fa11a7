package io.inboxport.consumer;

import static io.inboxport.conversation.Network.LINKEDIN;
import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import io.inboxport.Inbox;
import io.inboxport.Reconciliation;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.account.Identity;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.Region;
import io.inboxport.http.guice.HttpInboxModule;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.timeline.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs the code of the README; {@link ParcelDeskTest} runs its tests. */
class ReadmeTest {
  private final List<ReplyDraft> retried = new ArrayList<>();
  private final List<OutcomeUnknown> lookedAgain = new ArrayList<>();

  @Test
  void ten_lines_on_the_twin() {
    InMemoryInboxGateway backend = InMemoryInboxGateway.create();
    ConversationId id = backend.receive(directMessage().on(LINKEDIN).saying("My invoice is wrong"));
    Inbox inbox = Inbox.over(backend);

    ReplyDraft draft = ReplyDraft.of("On it!").attaching(Map.of("url", "https://a.example/1.pdf"));
    ReplyVerdict verdict = inbox.canReply(inbox.get(id), draft); // pure: no call, says why not
    if (verdict.isAllowed()) {
      inbox.reply(id, draft); // sends once, or says precisely what happened
    }
    inbox.editTags(id, tags -> Set.of(TagName.of("Billing"), TagName.of("VIP")));
    inbox.assign(id, UserId.of("00A000000000002"), "VIP, please look");
    List<TimelineEntry> newest = inbox.timeline(id).stream().limit(50).toList(); // fetches lazily
    inbox.close(id);

    assertThat(backend.replies(id)).containsExactly(draft);
    assertThat(newest).hasSize(3);
    assertThat(inbox.get(id).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void the_same_over_http_starts_with_a_gateway() {
    String accountId = "001000000000001";
    String apiKey = "a key";

    HttpInboxGateway gateway =
        HttpInboxGateway.builder()
            .credentials(Credentials.of(accountId, apiKey))
            .region(Region.EU)
            .deadline(Duration.ofSeconds(20))
            .build();

    gateway.close();
  }

  @Test
  void the_same_over_http() {
    try (var sandbox = Sandbox.start();
        var gateway = settings().baseUrl(sandbox.url()).build()) {
      askOver(gateway);
    }
  }

  private static void askOver(HttpInboxGateway gateway) {
    Inbox inbox = Inbox.over(gateway);
    Identity me = inbox.me(); // a start-up check: is the key good, and whose is it?
    ConversationPage page = inbox.list(ConversationQuery.open().on(LINKEDIN).atMost(50));

    assertThat(me.user()).isEqualTo(UserId.of("00A000000000001"));
    assertThat(page.items()).isNotEmpty();
  }

  @Test
  void a_write_of_unknown_outcome_is_looked_for() {
    var backend = InMemoryInboxGateway.create();
    var id = backend.receive(directMessage());
    var inbox = Inbox.over(backend);
    var draft = ReplyDraft.of("On it!");
    backend.faults().inject(Operation.REPLY, Fault.lost());

    try {
      inbox.reply(id, draft);
    } catch (OutcomeUnknown unknown) {
      Reconciliation found = inbox.reconcile(unknown);
      found.lookAgainAt().ifPresent(time -> lookAgain(unknown, time)); // send nothing before
      if (found.outcome() == Outcome.NOT_DONE) {
        retryLater(id, draft);
      }
    }

    assertThat(retried).isEmpty();
    assertThat(lookedAgain).hasSize(1);
    assertThat(inbox.settlingFor(Duration.ZERO).reconcile(lookedAgain.get(0)).outcome())
        .isEqualTo(Outcome.NOT_DONE);
  }

  @Test
  void several_accounts_with_guice() {
    var settingsOfAcme = settings();

    Injector injector =
        Guice.createInjector(
            new HttpInboxModule(settingsOfAcme).annotatedWith(Names.named("acme")),
            new InMemoryInboxModule().annotatedWith(Names.named("sandbox")));
    Inbox acme = injector.getInstance(Key.get(Inbox.class, Names.named("acme")));

    assertThat(injector.getInstance(Key.get(InboxGateway.class, Names.named("acme"))))
        .isInstanceOf(HttpInboxGateway.class);
    assertThat(injector.getInstance(Key.get(Inbox.class, Names.named("sandbox"))))
        .isNotEqualTo(acme);
  }

  @Test
  void every_line_of_java_in_the_readme_stands_in_a_source_that_runs() throws IOException {
    assertThat(GuideCode.standsInSources("README.md")).isGreaterThan(6);
  }

  @Test
  void every_line_of_java_in_the_guides_to_testing_stands_in_a_source_that_runs()
      throws IOException {
    assertThat(GuideCode.standsInSources("docs/testing.md")).isGreaterThan(10);
  }

  @Test
  void the_readme_is_short() throws IOException {
    assertThat(Files.readAllLines(GuideCode.HOUSE.resolve("README.md")))
        .hasSizeLessThanOrEqualTo(150);
  }

  private static HttpInboxGateway.Builder settings() {
    return HttpInboxGateway.builder().credentials(Credentials.of("001000000000001", "a key"));
  }

  private void lookAgain(OutcomeUnknown unknown, Instant time) {
    assertThat(time).isAfter(unknown.attemptedAt());
    lookedAgain.add(unknown);
  }

  private void retryLater(ConversationId id, ReplyDraft draft) {
    assertThat(id).isNotNull();
    retried.add(draft);
  }
}
