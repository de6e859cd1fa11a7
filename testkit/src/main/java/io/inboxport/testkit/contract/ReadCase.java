package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.port.InboxGateway;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One read of each kind. */
enum ReadCase {
  LIST {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.list(ConversationQuery.all());
    }
  },
  GET {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.get(id);
    }
  },
  TIMELINE {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.timeline(id, null);
    }
  },
  ME {
    @Override
    void perform(InboxGateway gateway, ConversationId id) {
      gateway.me();
    }
  };

  static final List<ReadCase> ALL = List.of(values());

  Operation operation() {
    return Operation.valueOf(name());
  }

  /** The conversation that an error of this read names, if it is about one. */
  @Nullable ConversationId about(ConversationId id) {
    return this == GET || this == TIMELINE ? id : null;
  }

  abstract void perform(InboxGateway gateway, ConversationId id);
}
