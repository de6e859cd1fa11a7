package io.inboxport.http.guice;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import io.inboxport.Inbox;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Annotation;

/**
 * Binds {@link Inbox}, {@link InboxGateway} and {@link AccountGateway} to one account behind the
 * REST API, and nothing else: a host's own bindings never collide with it. Several accounts live in
 * one injector, each under a qualifier of its own.
 *
 * <p>The gateway is built with the module, so that unsound settings fail where they are made, and
 * is closed by the code that closes the application: Guice closes nothing.
 */
public final class HttpInboxModule extends PrivateModule {
  private final HttpInboxGateway gateway;
  private final Key<Inbox> inbox;

  /**
   * Binds the account of these settings.
   *
   * @throws IllegalArgumentException when the settings lack the credentials
   */
  public HttpInboxModule(HttpInboxGateway.Builder settings) {
    this(settings.build(), Key.get(Inbox.class));
  }

  private HttpInboxModule(HttpInboxGateway gateway, Key<Inbox> inbox) {
    this.gateway = gateway;
    this.inbox = inbox;
  }

  /** The same account, bound under this qualifier: {@code @Support Inbox}. */
  public HttpInboxModule annotatedWith(Class<? extends Annotation> qualifier) {
    return new HttpInboxModule(gateway, Key.get(Inbox.class, qualifier));
  }

  /** The same account, bound under this qualifier: {@code @Named("support") Inbox}. */
  public HttpInboxModule annotatedWith(Annotation qualifier) {
    return new HttpInboxModule(gateway, Key.get(Inbox.class, qualifier));
  }

  @Override
  protected void configure() {
    var port = inbox.ofType(InboxGateway.class);
    var account = inbox.ofType(AccountGateway.class);
    bind(port).toInstance(gateway);
    bind(account).toInstance(gateway.account());
    bind(inbox).toInstance(Inbox.over(gateway));
    expose(port);
    expose(account);
    expose(inbox);
  }
}
