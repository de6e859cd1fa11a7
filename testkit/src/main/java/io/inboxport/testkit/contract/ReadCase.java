package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One read of each kind. */
enum ReadCase {
  LIST("a list") {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.list(ConversationQuery.all());
    }
  },
  GET("an item") {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.get(id);
    }
  },
  TIMELINE("a page of a timeline") {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.timeline(id, null);
    }
  },
  ME("the identity") {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.me();
    }
  };

  static final List<ReadCase> ALL = List.of(values());

  private final String noun;

  ReadCase(String noun) {
    this.noun = noun;
  }

  /** Creates a scenario of each read. */
  static List<Scenario> each(Function<ReadCase, Scenario> scenario) {
    return ALL.stream().map(scenario).toList();
  }

  /** The thing that is read: {@code "a list"}. */
  String noun() {
    return noun;
  }

  /** The read as a part of an id: {@code "list"}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scenario that reading changes nothing, in the topic of the read. */
  Scenario changesNothing() {
    return Scenario.scenario(
        slug() + ".changes-nothing",
        "Reading " + noun + " leaves everything as it was",
        stage -> {
          var id = stage.received(InboundItem.post().assignedTo(ScenarioStage.COLLEAGUE));
          var before = InboxSnapshot.of(stage);
          stage.passes(Duration.ofMinutes(5));
          perform(stage.gateway, id);
          assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
        });
  }

  Operation operation() {
    return Operation.valueOf(name());
  }

  /** The conversation that an error of this read names, if it is about one. */
  @Nullable ConversationId about(ConversationId id) {
    return this == GET || this == TIMELINE ? id : null;
  }

  abstract void perform(InboxGateway gateway, ConversationId id);
}
