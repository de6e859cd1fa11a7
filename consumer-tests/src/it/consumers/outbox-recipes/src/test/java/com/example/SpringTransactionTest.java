package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.outbox.Outbox;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

class SpringTransactionTest {
  @Configuration
  @EnableTransactionManagement
  static class Platform {
    @Bean
    DataSource dataSource() throws Exception {
      var database = new JdbcDataSource();
      database.setURL("jdbc:h2:mem:spring;DB_CLOSE_DELAY=-1");
      JdbcOutbox.over(database).createTables();
      return database;
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }

    @Bean
    TicketDesk desk(DataSource database) {
      return new TicketDesk(database, JdbcOutbox.over(database).account("acme"));
    }
  }

  @Test
  void an_answer_is_planned_if_and_only_if_the_transaction_commits() throws Exception {
    var twin = InMemoryInboxGateway.create();
    ConversationId id = twin.receive(InboundItem.post());
    try (var spring = new AnnotationConfigApplicationContext(Platform.class)) {
      var database = spring.getBean(DataSource.class);
      var rows = new JdbcTemplate(database);
      rows.execute("CREATE TABLE ticket (id BIGINT PRIMARY KEY, answered BOOLEAN NOT NULL)");
      rows.execute("INSERT INTO ticket VALUES (1, FALSE), (2, FALSE)");
      var desk = spring.getBean(TicketDesk.class);
      var outbox = Outbox.over(twin, JdbcOutbox.over(database).account("acme")).build();

      desk.answer(1, id, "It is on its way.");
      // The same key for another text: nothing of this transaction stays.
      rows.execute("UPDATE ticket SET answered = FALSE WHERE id = 1");
      assertThrows(
          IllegalArgumentException.class, () -> desk.answer(1, id, "It is on its way now."));
      assertThrows(
          IllegalStateException.class, () -> desk.answerInVain(2, id, "Never to be sent."));

      assertEquals(
          0, rows.queryForObject("SELECT COUNT(*) FROM ticket WHERE answered", Integer.class));
      assertEquals(1, outbox.drain(10).done());
      assertEquals("It is on its way.", twin.replies(id).get(0).message());
      assertEquals(1, twin.replies(id).size());
    }
  }
}
