package com.example;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationId;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.testkit.junit.InboxExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The README's beans in a context, and a test that swaps the backend. */
@ExtendWith(InboxExtension.class)
class SpringBeansTest {
  @Test
  void the_context_makes_a_gateway_and_an_inbox() {
    try (var context = new AnnotationConfigApplicationContext()) {
      Map<String, Object> settings = Map.of("inbox.account", "001000000000001", "inbox.key", "k");
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", settings));
      context.register(InboxBeans.class);
      context.refresh();

      assertInstanceOf(HttpInboxGateway.class, context.getBean(InboxGateway.class));
      assertEquals(1, context.getBeansOfType(Inbox.class).size());
    }
  }

  @Test
  void a_test_puts_the_twin_in_the_place_of_the_gateway(InMemoryInboxGateway backend) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean("gateway", InboxGateway.class, () -> backend); // before the beans
      context.register(InboxBeans.class);
      context.refresh();

      ConversationId id = backend.receive(directMessage().saying("Hello"));
      assertEquals(id, context.getBean(Inbox.class).get(id).id());
    }
  }
}
