package io.inboxport.app.export;

import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.tag.TagName;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each call of an export that the server refuses, and what is kept, told and asked again. */
class ExportRefusalTest extends ExportFixture {
  private static final ExportProgress NO_PROGRESS =
      new ExportProgress() {
        @Override
        public void at(long done, long known, long calls) {}

        @Override
        public void missing(String what) {}
      };

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "unreadable", "unavailable"})
  void without_the_first_list_there_is_nothing_to_go_on_with(String how) throws IOException {
    var failure = failures(Operation.LIST, null, how);
    source =
        new ForwardingInboxGateway(twin) {
          @Override
          public ConversationPage list(ConversationQuery query) {
            throw failure.get();
          }
        };

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> export(100)).isInstanceOf(failure.get().getClass());
    }
    assertThat(lines()).hasSize(1);
    assertThat(missing).isEmpty();
  }

  @Test
  void a_list_that_is_never_served_ends_one_run_and_is_left_out_by_the_next() throws IOException {
    source =
        new ForwardingInboxGateway(twin) {
          @Override
          public ConversationPage list(ConversationQuery query) {
            if (query.toString().contains("TikTok")) {
              throw new Unavailable(Operation.LIST, null, "500.", null, null);
            }
            return super.list(query);
          }
        };

    assertThatThrownBy(() -> export(10)).isInstanceOf(Unavailable.class);
    assertThat(kind("failed")).hasSize(1);
    assertThat(kind("unlisted")).isEmpty();
    assertThat(missing).isEmpty();
    runToTheEnd(10);

    assertThat(kind("unlisted")).isNotEmpty();
    assertThat(kind("unlisted").get(0).path("filters").path("network").asText())
        .isEqualTo("TikTok");
    assertThat(missing)
        .anyMatch(
            words -> words.startsWith("the list of {network=TikTok, ") && words.contains(": "));
    assertThat(kind("failed")).hasSameSizeAs(kind("unlisted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "unreadable", "denied", "unavailable"})
  void details_that_the_server_refuses_cost_the_tags_alone(String how) throws IOException {
    crowd();
    source = new DetailLess(how);

    runToTheEnd(3);

    assertThat(missing).anyMatch(words -> words.startsWith("the tags of ") && words.contains(": "));
    assertThat(kind("failed")).hasSize(how.equals("unavailable") ? kind("details").size() : 0);
    assertThat(kind("details")).allMatch(line -> line.path("conversation").has("id"));
    assertThat(kind("details")).allMatch(line -> line.has("reason"));
    assertThat(kind("skipped")).isEmpty();
    assertThat(slices()).noneMatch(slice -> slice.contains("\"tag\""));
    assertThat(calls.stream().filter(call -> call.startsWith("get[")).distinct().count())
        .isEqualTo(kind("details").size());
  }

  @Test
  void an_item_that_vanished_before_its_details_is_skipped_and_counted() throws IOException {
    crowd();
    source = new DetailLess("gone");

    var summary = export(3);

    assertThat(kind("details")).isEmpty();
    assertThat(kind("skipped")).isNotEmpty();
    assertThat(summary.missing().orElseThrow()).isGreaterThanOrEqualTo(kind("skipped").size());
    for (var skipped : kind("skipped")) {
      var id = skipped.path("conversation").asText();
      assertThat(missing).anyMatch(words -> words.startsWith(id + ": "));
      assertThat(calls).noneMatch(call -> call.startsWith("timeline[" + id));
    }
  }

  @Test
  void every_call_is_counted() throws IOException {
    crowd();

    assertThat(export(3).calls()).isEqualTo(calls.size());
    assertThat(calls).anyMatch(call -> call.startsWith("get["));
  }

  @Test
  void details_are_asked_for_only_when_nothing_else_is_left_to_cut_along() throws IOException {
    export(4);

    assertThat(calls).noneMatch(call -> call.startsWith("get["));
  }

  @Test
  void an_export_that_is_stopped_while_it_waits_blames_nothing_on_the_server() throws IOException {
    twin.faults().inject(Operation.TIMELINE, Fault.unavailable());
    var impatient =
        new PatientGateway(
            twin,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            time -> {
              throw new InterruptedException();
            });
    try {
      assertThatThrownBy(() -> new InboxExport(impatient, NO_PROGRESS, 100).run(file, "demo"))
          .isInstanceOf(Unavailable.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(kind("failed")).isEmpty();
    assertThat(kind("skipped")).isEmpty();
    assertThat(export(100).missing()).hasValue(0);
  }

  @Test
  void a_patient_gateway_asks_again_for_everything_it_reads_and_counts() {
    var patient = new PatientGateway(twin, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), waits::add);
    twin.faults().inject(Operation.ME, Fault.unavailable(), 2);

    assertThat(patient.me()).isEqualTo(twin.me());
    assertThat(patient.calls()).isEqualTo(3);
    assertThat(waits).containsExactly(Instant.EPOCH.plusSeconds(5), Instant.EPOCH.plusSeconds(10));
  }

  /** So many of one kind that only tags tell them apart. */
  private void crowd() {
    for (int i = 0; i < 8; i++) {
      twin.receive(mention().on(Network.TIKTOK).saying("Hi " + i).tagged(TagName.of("VIP")));
    }
  }

  /** Runs it again after each failure that ends a run. */
  private void runToTheEnd(int count) throws IOException {
    for (int runs = 0; runs < 50; runs++) {
      try {
        export(count);
        return;
      } catch (Unavailable e) {
        assertThat(kind("failed")).isNotEmpty();
      }
    }
    throw new AssertionError("It does not come to an end: " + lines());
  }

  private List<JsonNode> kind(String kind) throws IOException {
    return new ArrayList<>(
        lines().stream().filter(line -> line.path("kind").asText().equals(kind)).toList());
  }

  private static Supplier<RuntimeException> failures(
      Operation operation, @Nullable ConversationId id, String how) {
    return () ->
        switch (how) {
          case "rejected" -> new Rejected(operation, id, 400, "No.");
          case "unreadable" -> new UnreadableResponse(operation, id, "It is no JSON.", null);
          case "denied" -> new PermissionDenied(operation, id);
          case "gone" -> new NotFound(operation, id);
          default -> new Unavailable(operation, id, "500.", null, null);
        };
  }

  /** Does not show any item alone. */
  private final class DetailLess extends ForwardingInboxGateway {
    private final String how;

    DetailLess(String how) {
      super(twin);
      this.how = how;
    }

    @Override
    public Conversation get(ConversationId id) {
      throw failures(Operation.GET, id, how).get();
    }
  }
}
