package io.inboxport.testkit.contract;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.port.InboxGateway;
import io.inboxport.port.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One read of each kind. */
enum Read {
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

  static final List<Read> ALL = List.of(values());

  Operation operation() {
    return Operation.valueOf(name());
  }

  /** The conversation that an error of this read names, if it is about one. */
  @Nullable ConversationId about(ConversationId id) {
    return this == GET || this == TIMELINE ? id : null;
  }

  abstract void perform(InboxGateway gateway, ConversationId id);
}
