package io.inboxport.http.guice;

import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import io.inboxport.Inbox;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Annotation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link Inbox} and {@link InboxGateway} to one account behind the REST API, and nothing
 * else.
 *
 * <p>The gateway is built with the module, so that unsound settings fail where they are made, and
 * is closed by whoever closes the application: Guice closes nothing. Several accounts live in one
 * injector under an annotation each.
 */
public final class HttpInboxModule extends PrivateModule {
  private final InboxGateway gateway;
  private final @Nullable Annotation qualifier;

  /**
   * The account of these settings.
   *
   * @throws IllegalArgumentException when the settings lack the credentials
   */
  public HttpInboxModule(HttpInboxGateway.Builder settings) {
    this(settings.build(), null);
  }

  private HttpInboxModule(InboxGateway gateway, @Nullable Annotation qualifier) {
    this.gateway = gateway;
    this.qualifier = qualifier;
  }

  /** A module that binds the same account under this annotation. */
  public Module annotatedWith(Annotation annotation) {
    return new HttpInboxModule(gateway, Objects.requireNonNull(annotation, "annotation"));
  }

  @Override
  protected void configure() {
    bindExposed(InboxGateway.class, gateway);
    bindExposed(Inbox.class, Inbox.over(gateway));
  }

  private <T> void bindExposed(Class<T> type, T instance) {
    var key = qualifier == null ? Key.get(type) : Key.get(type, qualifier);
    bind(key).toInstance(instance);
    expose(key);
  }
}
