package io.inboxport.app.export;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.Inbox;
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
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an export cannot get, it goes on, and says what the file lacks. */
class ExportLossTest extends ExportFixture {
  @Test
  void of_an_unknown_total_nothing_is_told_as_complete() throws IOException {
    source = new Totalless(twin);

    assertThat(export(100).missing()).isEmpty();
    assertThat(missing)
        .containsExactly("maybe some conversations: the server does not say how many there are.");
    assertThat(ids()).hasSize(all().size());
    assertThat(last().path("missing").isNull()).isTrue();
    assertThat(export(100).missing()).as("told again").isEmpty();
  }

  @Test
  void without_a_total_a_list_that_may_be_cut_is_cut_into_slices() throws IOException {
    source = new Totalless(twin);

    export(4);

    assertThat(ids()).hasSize(all().size());
  }

  @Test
  void without_a_total_lists_that_are_smaller_than_others_are_not_cut_further() throws IOException {
    source = new Totalless(twin);

    export(100);

    assertThat(slices()).containsExactly("{}", "{\"status\":\"open\"}", "{\"status\":\"closed\"}");
  }

  @Test
  void without_a_total_an_empty_inbox_takes_one_list() throws IOException {
    source = new Totalless(InMemoryInboxGateway.create());

    export(100);

    assertThat(slices()).containsExactly("{}");
  }

  @Test
  void what_only_the_assignee_tells_apart_is_found_by_the_assignee() throws IOException {
    var ann = UserId.of("00A000000000001");
    var first = twin.receive(mention().on(Network.TIKTOK).assignedTo(ann));
    crowd();
    twin.receive(mention().on(Network.TIKTOK).assignedTo(ann));

    export(3);

    assertThat(ids()).contains(first.value());
    assertThat(slices())
        .anyMatch(
            slice -> slice.contains("\"assignee\":\"" + ann + "\"") && slice.contains("TikTok"))
        .doesNotHaveDuplicates();
  }

  @Test
  void an_unreadable_entry_is_told_counted_and_remembered() throws IOException {
    var item = twin.receive(directMessage().on(Network.LINKEDIN).saying("Hello"));
    twin.customerSays(item, "Anybody there?");
    twin.faults().inject(Operation.TIMELINE, Fault.brokenItem());
    callsLeft = 3;
    assertThatThrownBy(() -> export(100)).isInstanceOf(Killed.class);
    callsLeft = Integer.MAX_VALUE;

    assertThat(missing).containsExactly(item + " Timeline[0]: It has no id.");
    assertThat(export(100).missing()).hasValue(1);
    assertThat(last().path("missing").asLong()).isEqualTo(1);
    assertThat(kind("timeline").get(0).path("unreadable").get(0).path("where").asText())
        .isEqualTo("Timeline[0]");
  }

  @Test
  void an_unreadable_conversation_is_told_and_counted() throws IOException {
    twin.faults().inject(Operation.LIST, Fault.brokenItem());

    assertThat(export(100).missing()).hasValue(1);
    assertThat(missing).containsExactly("Conversations.Items[0]: It has no id.");
    assertThat(kind("slice").get(0).path("unreadable")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_entry_that_is_deleted_while_the_export_stands_on_it_costs_no_other(boolean declines)
      throws IOException {
    var id = twin.receive(directMessage().on(Network.LINKEDIN).saying("Hello"));
    for (int i = 0; i < 58; i++) {
      twin.customerSays(id, "More " + i);
    }
    var before = Inbox.over(twin).timeline(id).stream().map(e -> e.id().value()).toList();
    var deleting = new Deleting(twin, id, declines);
    source = deleting;

    assertThat(export(100).missing()).hasValue(0);
    assertThat(deleting.deleted).hasSizeGreaterThan(1);
    assertThat(entriesOf(id)).containsExactlyElementsOf(before);
    assertThat(entries()).doesNotHaveDuplicates();
  }

  @Test
  void neither_does_one_that_is_deleted_while_the_export_is_stopped() throws IOException {
    var id = twin.receive(directMessage().on(Network.LINKEDIN).saying("Hello"));
    for (int i = 0; i < 58; i++) {
      twin.customerSays(id, "More " + i);
    }
    var before = Inbox.over(twin).timeline(id).stream().map(e -> e.id().value()).toList();
    callsLeft = 2;
    assertThatThrownBy(() -> export(100)).isInstanceOf(Killed.class);
    callsLeft = Integer.MAX_VALUE;
    assertThat(entriesOf(id)).hasSizeLessThan(before.size());
    var deleting = new Deleting(twin, id, true);
    deleting.deleted.addAll(entriesOf(id).subList(entriesOf(id).size() - 3, entriesOf(id).size()));
    source = deleting;

    assertThat(export(100).missing()).hasValue(0);
    assertThat(entriesOf(id)).containsExactlyElementsOf(before);
  }

  @Test
  void an_item_whose_timeline_the_server_declines_or_forbids_is_skipped_and_told()
      throws IOException {
    twin.faults().inject(Operation.TIMELINE, Fault.rejected(400, "No."));
    twin.faults().inject(Operation.TIMELINE, Fault.permissionDenied());
    twin.faults().inject(Operation.TIMELINE, Fault.garbled());

    assertThat(export(100).missing()).hasValue(3);
    assertThat(missing).hasSize(3);
    assertThat(kind("skipped")).hasSize(3);
    assertThat(kind("walked")).hasSize(all().size() - 3);
  }

  @Test
  void an_item_that_is_never_served_is_skipped_by_the_second_run() throws IOException {
    var dead = all().get(0).id();
    source =
        new ForwardingInboxGateway(twin) {
          @Override
          public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
            if (id.equals(dead)) {
              throw new Unavailable(Operation.TIMELINE, id, "500.", null, null);
            }
            return super.timeline(id, olderThan);
          }
        };

    assertThatThrownBy(() -> export(100)).isInstanceOf(Unavailable.class);
    assertThat(kind("walked")).isEmpty();
    assertThat(export(100).missing()).hasValue(1);
    assertThat(kind("walked")).hasSize(all().size() - 1);
    assertThat(calls.get(calls.size() - 1)).as("after all the others").contains(dead.value());
    assertThat(missing).hasSize(1);
    assertThat(missing.get(0)).startsWith(dead + ": ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_slice_that_the_server_does_not_list_costs_no_other(boolean declines) throws IOException {
    source = new Choosy(twin, declines);

    var summary = export(10);

    long lost = all().stream().filter(c -> c.network().equals(Network.TIKTOK)).count();
    assertThat(summary.missing().orElseThrow()).isBetween(1L, lost);
    assertThat(kind("unlisted")).isNotEmpty();
    assertThat(missing).anyMatch(words -> words.startsWith("the list of {network=TikTok, "));
    calls.clear();
    assertThat(export(10).missing()).isEqualTo(summary.missing());
    assertThat(calls).isEmpty();
  }

  @Test
  void skipped_items_and_details_are_remembered_over_every_restart() throws IOException {
    source = new NothingInTheFirst(crowd());
    export(3);
    var whole = lines();
    int all = calls.size();
    assertThat(calls).anyMatch(call -> call.startsWith("get["));
    assertThat(kind("skipped")).hasSize(1);
    for (int stop = 1; stop < all; stop++) {
      Files.delete(file);
      calls.clear();
      callsLeft = stop;
      assertThatThrownBy(() -> export(3)).isInstanceOf(Killed.class);
      callsLeft = Integer.MAX_VALUE;
      var summary = export(3);

      assertThat(calls).as("stopped after %d calls", stop).hasSize(all).doesNotHaveDuplicates();
      assertThat(lines()).containsExactlyInAnyOrderElementsOf(whole);
      assertThat(summary.missing()).hasValue(last().path("missing").asLong());
    }
  }

  @Test
  void a_tag_with_a_comma_is_no_filter_and_does_not_end_the_export() throws IOException {
    source = crowd();

    export(3);

    assertThat(slices()).anyMatch(slice -> slice.contains("\"tag\":\"VIP\""));
    assertThat(slices()).noneMatch(slice -> slice.contains("Billing, VAT"));
    assertThat(slices()).noneMatch(slice -> slice.contains("\"tag\":\",\""));
  }

  @Test
  void details_that_cannot_be_read_cost_the_tags_alone() throws IOException {
    source = crowd();
    twin.faults().inject(Operation.GET, Fault.garbled());

    export(3);

    assertThat(missing).anyMatch(words -> words.startsWith("the tags of "));
    assertThat(kind("skipped")).isEmpty();
  }

  /** So many of one kind that only tags tell them apart. */
  private InboxGateway crowd() {
    for (int i = 0; i < 8; i++) {
      twin.receive(
          mention()
              .on(Network.TIKTOK)
              .saying("Hi " + i)
              .tagged(TagName.of("VIP"), TagName.of("Billing, VAT"), TagName.of(",")));
    }
    return twin;
  }

  private List<Conversation> all() {
    return twin.list(ConversationQuery.all().atMost(100)).items();
  }

  private List<String> entriesOf(ConversationId id) throws IOException {
    return kind("timeline").stream()
        .filter(line -> line.path("conversation").asText().equals(id.value()))
        .flatMap(line -> line.path("entries").findValuesAsText("id").stream())
        .toList();
  }

  private List<JsonNode> kind(String kind) throws IOException {
    return lines().stream().filter(line -> line.path("kind").asText().equals(kind)).toList();
  }

  private JsonNode last() throws IOException {
    return lines().get(lines().size() - 1);
  }

  /** Names no total. */
  private static final class Totalless extends ForwardingInboxGateway {
    Totalless(InboxGateway delegate) {
      super(delegate);
    }

    @Override
    public ConversationPage list(ConversationQuery query) {
      var page = super.list(query);
      return new ConversationPage(page.items(), OptionalLong.empty(), page.unreadable());
    }
  }

  /** Deletes the last entry of every page of one timeline once it was sent. */
  private static final class Deleting extends ForwardingInboxGateway {
    private final ConversationId id;
    private final boolean declines;
    private final Set<String> deleted = new HashSet<>();
    private boolean isWhole;

    Deleting(InboxGateway delegate, ConversationId id, boolean declines) {
      super(delegate);
      this.id = id;
      this.declines = declines;
    }

    @Override
    public TimelinePage timeline(ConversationId conversation, @Nullable TimelineEntryId olderThan) {
      if (!conversation.equals(id)) {
        return super.timeline(conversation, olderThan);
      }
      if (olderThan != null && deleted.contains(olderThan.value())) {
        if (declines) {
          throw new Rejected(Operation.TIMELINE, id, 400, "Failed to parse last_loaded_id");
        }
        return new TimelinePage(List.of(), List.of());
      }
      var left = new ArrayList<TimelineEntry>();
      for (var entry : super.timeline(id, olderThan).entries()) {
        if (!deleted.contains(entry.id().value())) {
          left.add(entry);
        }
      }
      if (left.size() > 10 && !isWhole) {
        deleted.add(left.get(left.size() - 1).id().value());
      }
      isWhole = left.size() <= 10;
      return new TimelinePage(left, List.of());
    }
  }

  /** Does not list what is on TikTok. */
  private static final class Choosy extends ForwardingInboxGateway {
    private final boolean declines;

    Choosy(InboxGateway delegate, boolean declines) {
      super(delegate);
      this.declines = declines;
    }

    @Override
    public ConversationPage list(ConversationQuery query) {
      if (query.toString().contains("TikTok")) {
        throw declines
            ? new Rejected(Operation.LIST, null, 400, "No such network.")
            : new UnreadableResponse(Operation.LIST, null, "It is no JSON.", null);
      }
      return super.list(query);
    }
  }

  /** The first timeline that is asked for cannot be seen. */
  private static final class NothingInTheFirst extends ForwardingInboxGateway {
    private @Nullable ConversationId first;

    NothingInTheFirst(InboxGateway delegate) {
      super(delegate);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
      first = first == null ? id : first;
      if (id.equals(first)) {
        throw new PermissionDenied(Operation.TIMELINE, id);
      }
      return super.timeline(id, olderThan);
    }
  }
}
