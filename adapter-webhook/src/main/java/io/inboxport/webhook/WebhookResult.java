package io.inboxport.webhook;

import java.util.Objects;

/** Result of receiving a body: a verified event, or a refusal with its reason. */
public sealed interface WebhookResult {
  /** The status of the HTTP answer that fits it: 200, or that of the refusal. */
  int httpStatus();

  /**
   * Event whose signature is right.
   *
   * @param event the event
   */
  record Accepted(WebhookEvent event) implements WebhookResult {
    /** Creates the result. */
    public Accepted {
      Objects.requireNonNull(event, "event");
    }

    @Override
    public int httpStatus() {
      return 200;
    }
  }

  /**
   * Refusal of a body.
   *
   * @param reason the reason
   */
  record Refused(WebhookRefusal reason) implements WebhookResult {
    /** Creates the result. */
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public int httpStatus() {
      return reason.httpStatus();
    }
  }
}
