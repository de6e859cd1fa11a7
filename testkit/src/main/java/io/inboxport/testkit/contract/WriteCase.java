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
import java.util.Optional;

/** One write of each kind, with how to see whether it was executed. */
enum WriteCase {
  SET_STATUS {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.SetStatus(id, Status.CLOSED);
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.gateway.get(id).status().equals(Status.CLOSED) ? 1 : 0;
    }
  },
  ASSIGN {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.Assign(id, COLLEAGUE, "Yours");
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      boolean assigned = stage.gateway.get(id).assignee().equals(Optional.of(COLLEAGUE));
      return assigned ? stage.backstage.notes(id).size() : 0;
    }
  },
  ADD_NOTE {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.AddNote(id, "Escalated");
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.notes(id).size();
    }
  },
  REPLACE_TAGS {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.ReplaceTags(id, ScenarioStage.tagNames("Support", "VIP"));
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.tags(id).size() / 2;
    }
  },
  REPLY {
    @Override
    InboxWrite on(ConversationId id) {
      return new InboxWrite.Reply(id, ReplyDraft.of("On it!"));
    }

    @Override
    int executions(ScenarioStage stage, ConversationId id) {
      return stage.backstage.replies(id).size();
    }
  },
  CREATE_CASE {
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
