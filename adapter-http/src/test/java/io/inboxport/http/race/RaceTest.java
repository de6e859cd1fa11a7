package io.inboxport.http.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what holds when many threads work on one conversation. */
class RaceTest {
  private static final int THREADS = 6;
  private static final List<UserId> USERS =
      IntStream.range(0, 5).mapToObj(i -> UserId.of("00A00000000010" + i)).toList();

  @ParameterizedTest
  @EnumSource
  void status_assignee_and_tags_are_linearizable(Track track) {
    for (long seed = 1; seed <= 10; seed++) {
      try (var open = track.open()) {
        USERS.forEach(user -> open.backstage().addUser(user, "", ""));
        var id = open.backstage().receive(InboundItem.post().assignedTo(USERS.get(0)));
        var histories = new Histories();
        Racers.race(
            THREADS,
            seed,
            (number, dice) -> {
              for (int i = 0; i < 40; i++) {
                histories.record(open.gateway(), id, dice, number + "-" + i);
              }
            });
        histories.check(seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_note_is_lost_and_none_is_there_twice(Track track) {
    try (var open = track.open()) {
      open.backstage().addUser(USERS.get(0), "", "");
      var id = open.backstage().receive(InboundItem.post());
      var answers = new ConcurrentLinkedQueue<TimelineEntryId>();
      Racers.race(
          THREADS,
          1,
          (number, dice) -> {
            for (int i = 0; i < 50; i++) {
              var text = number + "-" + i;
              if (dice.nextBoolean()) {
                answers.add(open.gateway().addNote(id, text).id());
              } else {
                open.gateway().assign(id, USERS.get(0), text);
              }
            }
          });
      var timeline = Inbox.over(open.gateway()).timeline(id).stream().toList();
      assertThat(timeline)
          .extracting(TimelineEntry::content)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, THREADS * 50).mapToObj(i -> i / 50 + "-" + i % 50).toList());
      assertThat(timeline).extracting(TimelineEntry::id).containsAll(answers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_page_is_torn_and_no_walk_repeats_or_misses_an_entry(Track track) {
    try (var open = track.open()) {
      var id = open.backstage().receive(InboundItem.post().saying("first"));
      var walks = new ConcurrentLinkedQueue<GrowingTimeline.Walk>();
      var timeline = new GrowingTimeline(open.gateway(), id);
      var writing = new AtomicInteger(THREADS / 2);
      Racers.race(
          THREADS,
          1,
          (number, dice) -> {
            if (number % 2 == 0) {
              for (int i = 0; i < 60; i++) {
                timeline.grew(open.backstage().customerSays(id, number + "-" + i));
              }
              writing.decrementAndGet();
            } else {
              do {
                walks.add(timeline.walk());
              } while (writing.get() > 0);
            }
          });
      var whole = Inbox.over(open.gateway()).timeline(id).stream().map(TimelineEntry::id).toList();
      assertThat(whole).hasSize(THREADS / 2 * 60 + 1).doesNotHaveDuplicates();
      walks.forEach(walk -> walk.check(whole));
    }
  }

  /** The histories of the three registers of a conversation. */
  private static final class Histories {
    private final Queue<Seen> status = new ConcurrentLinkedQueue<>();
    private final Queue<Seen> assignee = new ConcurrentLinkedQueue<>();
    private final Queue<Seen> tags = new ConcurrentLinkedQueue<>();

    void record(InboxGateway gateway, ConversationId id, Random dice, String tag) {
      long from = System.nanoTime();
      switch (dice.nextInt(5)) {
        case 0 -> {
          var value = dice.nextBoolean() ? Status.OPEN : Status.CLOSED;
          gateway.setStatus(id, value);
          status.add(new Seen(from, System.nanoTime(), true, value));
        }
        case 1 -> {
          var value = USERS.get(dice.nextInt(USERS.size()));
          gateway.assign(id, value, null);
          assignee.add(new Seen(from, System.nanoTime(), true, value));
        }
        case 2 -> {
          var value = gateway.replaceTags(id, List.of(TagName.of(tag)));
          assertThat(value).extracting(Tag::name).containsExactly(tag);
          tags.add(new Seen(from, System.nanoTime(), true, value));
        }
        default -> read(from, gateway.get(id), System.nanoTime());
      }
    }

    private void read(long from, Conversation got, long to) {
      status.add(new Seen(from, to, false, got.status()));
      assignee.add(new Seen(from, to, false, got.assignee().orElseThrow()));
      tags.add(new Seen(from, to, false, got.tags().orElseThrow()));
    }

    void check(long seed) {
      check("status", status, Status.OPEN, seed);
      check("assignee", assignee, USERS.get(0), seed);
      check("tags", tags, List.of(), seed);
    }

    private static void check(String register, Queue<Seen> seen, Object initial, long seed) {
      assertThat(new RegisterHistory(new ArrayList<>(seen)).isLinearizableFrom(initial))
          .as("the history of the " + register + ", seed " + seed + ": " + seen)
          .isTrue();
    }
  }
}
