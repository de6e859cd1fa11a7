package com.example;

import io.inboxport.Inbox;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.port.InboxGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans by hand: a gateway that the context closes, and an inbox over it. */
@Configuration
class InboxBeans {
  @Bean // closed with the context
  InboxGateway gateway(@Value("${inbox.account}") String id, @Value("${inbox.key}") String key) {
    return HttpInboxGateway.builder().credentials(Credentials.of(id, key)).build();
  }

  @Bean
  Inbox inbox(InboxGateway gateway) {
    return Inbox.over(gateway);
  }
}
