package io.inboxport.webhook;

/** Field of the envelope around the data. Its names are told apart without regard to case. */
enum EnvelopeField {
  /** The name of the event. */
  EVENT,
  /** The time of the event. */
  TIMESTAMP,
  /** The id of the webhook. */
  WEBHOOK_ID,
  /** The id of the payload. */
  PAYLOAD_ID,
  /** The data. */
  DATA,
  /** Any other one. */
  OTHER;

  /** Returns the field whose name was scanned last. */
  static EnvelopeField of(JsonScanner name) {
    if (name.isNamed("event")) {
      return EVENT;
    } else if (name.isNamed("timestamp")) {
      return TIMESTAMP;
    } else if (name.isNamed("data")) {
      return DATA;
    } else if (name.isNamed("webhookid") || name.isNamed("webhook_id")) {
      return WEBHOOK_ID;
    } else if (name.isNamed("id") || name.isNamed("payloadid") || name.isNamed("payload_id")) {
      return PAYLOAD_ID;
    }
    return OTHER;
  }
}
