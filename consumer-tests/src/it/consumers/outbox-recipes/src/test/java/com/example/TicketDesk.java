package com.example;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.jdbc.JdbcOutboxStore;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.reply.ReplyDraft;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.annotation.Transactional;

/** Desk of a platform: it writes its own row and plans the answer in one transaction. */
public class TicketDesk {
  private final DataSource dataSource;
  private final JdbcOutboxStore store;

  TicketDesk(DataSource dataSource, JdbcOutboxStore store) {
    this.dataSource = dataSource;
    this.store = store;
  }

  // recipe: spring
  @Transactional(rollbackFor = SQLException.class)
  public void answer(long ticket, ConversationId id, String text) throws SQLException {
    new JdbcTemplate(dataSource).update("UPDATE ticket SET answered = TRUE WHERE id = ?", ticket);
    var connection = DataSourceUtils.getConnection(dataSource); // that of the transaction
    store.plan(
        connection,
        OutboxKey.of("ticket-" + ticket + "/answer"),
        new InboxWrite.Reply(id, ReplyDraft.of(text)));
  }

  // end

  /** Answers, and fails afterwards, as any code behind the answer may. */
  @Transactional(rollbackFor = SQLException.class)
  public void answerInVain(long ticket, ConversationId id, String text) throws SQLException {
    answer(ticket, id, text);
    throw new IllegalStateException("Something else failed.");
  }
}
