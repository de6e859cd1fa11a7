package io.inboxport.examples;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Module;
import io.inboxport.Inbox;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.Region;
import io.inboxport.http.guice.HttpInboxModule;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final Instant NOW = Instant.parse("2025-03-14T09:00:00Z");

  @Test
  void the_summary_counts_what_is_open_and_what_cannot_be_answered() {
    var clock = SettableClock.at(NOW);
    var backend = InMemoryInboxGateway.builder().clock(clock).build();
    backend.receive(directMessage().on(Network.INSTAGRAM).at(NOW.minus(Duration.ofHours(3))));
    backend.receive(mention().on(Network.INSTAGRAM).at(NOW.minus(Duration.ofHours(1))));
    backend.receive(mention().on(Network.TIKTOK).closed());

    var summary = InboxSummary.of(Inbox.over(backend), clock);

    assertThat(summary.openByNetwork()).isEqualTo(Map.of("Instagram", 2L));
    assertThat(summary.longestWait()).contains(Duration.ofHours(3));
    assertThat(summary.unanswerable()).isEqualTo(1);
    assertThat(summary.unlisted()).hasValue(0);
  }

  @Test
  void the_summary_tells_how_many_it_could_not_count() {
    var backend = InMemoryInboxGateway.create();
    for (int i = 0; i < 103; i++) {
      backend.receive(mention().on(Network.TIKTOK));
    }

    var summary = InboxSummary.of(Inbox.over(backend), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(summary.openByNetwork()).isEqualTo(Map.of("TikTok", 100L));
    assertThat(summary.unlisted()).hasValue(3);
  }

  @Test
  void the_summary_does_not_guess_a_total_that_the_server_does_not_name() {
    var silent =
        new ForwardingInboxGateway(InMemoryInboxGateway.create()) {
          @Override
          public ConversationPage list(ConversationQuery query) {
            return new ConversationPage(List.of(), OptionalLong.empty(), List.of());
          }
        };

    var summary = InboxSummary.of(Inbox.over(silent), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(summary.unlisted()).isEmpty();
  }

  @Test
  void the_summary_of_an_empty_inbox_is_empty() {
    var summary =
        InboxSummary.of(
            Inbox.over(InMemoryInboxGateway.create()), Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(summary.openByNetwork()).isEmpty();
    assertThat(summary.longestWait()).isEmpty();
  }

  @Test
  void the_archive_gets_every_entry_once_however_often_the_budget_runs_out() {
    var backend = DemoInbox.create();
    var inbox = Inbox.over(backend);
    var waits = new ArrayList<Instant>();
    backend.faults().inject(Operation.LIST, Fault.rateLimited(Duration.ofSeconds(10)), 2);
    backend.faults().inject(Operation.TIMELINE, Fault.rateLimited(Duration.ofMinutes(15)), 3);

    var shelf = new ArrayList<TimelineEntryId>();
    new TimelineArchive(inbox, waits::add).fill((id, entry) -> shelf.add(entry.id()));

    var expected =
        inbox.list(ConversationQuery.open().atMost(100)).items().stream()
            .flatMap(item -> inbox.timeline(item.id()).stream())
            .map(TimelineEntry::id)
            .toList();
    assertThat(shelf).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(waits).hasSize(5);
  }

  @Test
  void the_archive_goes_on_when_an_item_vanishes() {
    var backend = InMemoryInboxGateway.create();
    backend.receive(mention().on(Network.TIKTOK).saying("Hi"));
    backend.receive(mention().on(Network.TIKTOK).saying("Hi"));
    backend.faults().inject(Operation.TIMELINE, Fault.notFound());

    var shelf = new ArrayList<TimelineEntryId>();
    new TimelineArchive(Inbox.over(backend), time -> {}).fill((id, entry) -> shelf.add(entry.id()));
    assertThat(shelf).hasSize(1);
  }

  @Test
  void each_tenant_of_the_platform_has_an_inbox_of_its_own() {
    var acme = InMemoryInboxGateway.create();
    var globex = InMemoryInboxGateway.create();
    acme.receive(mention().on(Network.TIKTOK));
    var modules = new LinkedHashMap<String, Module>();
    modules.put("acme", InboxPlatform.inMemory("acme", acme));
    modules.put("globex", InboxPlatform.inMemory("globex", globex));
    modules.put(
        "initech", InboxPlatform.onTheApi("initech", Region.EU, Credentials.of("001", "key")));

    try (var platform = InboxPlatform.of(modules)) {
      globex.receive(mention().on(Network.TIKTOK));
      globex.receive(mention().on(Network.YOUTUBE));

      assertThat(platform.inboxOf("acme").list(ConversationQuery.all()).total()).hasValue(1);
      assertThat(platform.inboxOf("globex").list(ConversationQuery.all()).total()).hasValue(2);
      assertThat(platform.inboxOf("initech")).isNotNull();
    }
  }

  @Test
  void the_platform_counts_what_waits_for_each_tenant() {
    var acme = InMemoryInboxGateway.create();
    acme.receive(mention().on(Network.TIKTOK));
    acme.receive(mention().on(Network.TIKTOK).closed());

    try (var platform = InboxPlatform.of(Map.of("acme", InboxPlatform.inMemory("acme", acme)))) {
      assertThat(platform.waiting()).isEqualTo(Map.of("acme", OptionalLong.of(1)));
    }
  }

  @Test
  void the_same_program_runs_on_both_backends() {
    var backend = InMemoryInboxGateway.create();
    backend.receive(mention().on(Network.TIKTOK));
    assertThat(WelcomeReply.on(new InMemoryInboxModule(backend)).run()).isEqualTo(1);

    try (var sandbox = Sandbox.builder().empty().start()) {
      var id = sandbox.twin().receive(mention().on(Network.TIKTOK));
      var settings =
          HttpInboxGateway.builder()
              .credentials(Credentials.of("001", "key"))
              .baseUrl(sandbox.url());
      assertThat(WelcomeReply.on(new HttpInboxModule(settings)).run()).isEqualTo(1);
      assertThat(sandbox.twin().replies(id)).hasSize(1);
    }
  }

  @Test
  void nobody_is_thanked_twice_whatever_went_out_unheard() {
    for (var write : List.of(Operation.ASSIGN, Operation.REPLY, Operation.SET_STATUS)) {
      var backend = InMemoryInboxGateway.create();
      var id = backend.receive(mention().on(Network.TIKTOK));
      backend.faults().inject(write, Fault.unheard());
      var welcome = WelcomeReply.on(new InMemoryInboxModule(backend));

      assertThatThrownBy(welcome::run).isInstanceOf(OutcomeUnknown.class);
      assertThat(welcome.run()).isZero();
      assertThat(backend.replies(id)).hasSizeLessThanOrEqualTo(1);
    }
  }
}
