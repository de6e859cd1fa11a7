package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.ScenarioStage.COLLEAGUE;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One write of each kind, with how to see whether it was executed. */
enum WriteCase {
  SET_STATUS("a change of status") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.SetStatus(id, Status.CLOSED);
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.conversation(id).status().equals(Status.CLOSED) ? 1 : 0;
    }
  },
  ASSIGN("an assignment") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.Assign(id, COLLEAGUE, "Yours");
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      boolean assigned = stage.backstage.conversation(id).assignee().equals(Optional.of(COLLEAGUE));
      return assigned ? stage.backstage.notes(id).size() : 0;
    }
  },
  ADD_NOTE("a note") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.AddNote(id, "Escalated");
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.notes(id).size();
    }
  },
  REPLACE_TAGS("a change of tags") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.ReplaceTags(id, ScenarioStage.tagNames("Support", "VIP"));
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.tags(id).size() / 2;
    }
  },
  REPLY("a reply") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.Reply(id, ReplyDraft.of("On it!"));
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.replies(id).size();
    }
  },
  CREATE_CASE("a Salesforce case") {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.CreateCase(id, SalesforceCase.through(ScenarioStage.INTEGRATION));
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.cases(id).size();
    }
  };

  static final List<WriteCase> ALL = List.of(values());

  private final String noun;

  WriteCase(String noun) {
    this.noun = noun;
  }

  /** Creates a scenario of each write. */
  static List<Scenario> each(Function<WriteCase, Scenario> scenario) {
    return ALL.stream().map(scenario).toList();
  }

  /** The write in words: {@code "a note"}. */
  String noun() {
    return noun;
  }

  /** The write at the beginning of a sentence: {@code "A note"}. */
  String sentenceNoun() {
    return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }

  /** The write as a part of an id: {@code "add-note"}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reads by which this write is looked for when its fate is open. */
  Operation[] looks() {
    return switch (this) {
      case SET_STATUS, REPLACE_TAGS -> new Operation[] {Operation.GET};
      case ASSIGN -> new Operation[] {Operation.GET, Operation.TIMELINE};
      case ADD_NOTE, REPLY -> new Operation[] {Operation.TIMELINE};
      case CREATE_CASE -> new Operation[0];
    };
  }

  /** The same, with the read that tells whose an entry is, if the write leaves one. */
  Operation[] proofs() {
    return switch (this) {
      case SET_STATUS, REPLACE_TAGS, CREATE_CASE -> looks();
      case ASSIGN -> new Operation[] {Operation.GET, Operation.TIMELINE, Operation.ME};
      case ADD_NOTE, REPLY -> new Operation[] {Operation.TIMELINE, Operation.ME};
    };
  }

  /** Returns what this write asks for. */
  abstract InboxWrite on(ConversationId id);

  Operation operation() {
    return Operation.valueOf(name());
  }

  /** Returns how often this write was executed on an item that nothing else was done to. */
  abstract int executions(ScenarioStage stage, ConversationId id);

  void perform(InboxGateway gateway, ConversationId id) {
    var write = on(id);
    if (write instanceof InboxWrite.SetStatus set) {
      gateway.setStatus(id, set.status());
    } else if (write instanceof InboxWrite.Assign assign) {
      gateway.assign(id, assign.assignee(), assign.note());
    } else if (write instanceof InboxWrite.AddNote note) {
      gateway.addNote(id, note.note());
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      gateway.replaceTags(id, replace.names());
    } else if (write instanceof InboxWrite.Reply reply) {
      gateway.reply(id, reply.draft());
    } else if (write instanceof InboxWrite.CreateCase create) {
      gateway.createCase(id, create.salesforceCase());
    }
  }
}
