package io.inboxport.webhook;

/** Reason for which a body was refused, with the answer that fits it. */
public enum WebhookRefusal {
  /** The body has more than 1 MiB; nothing of it was looked at. */
  TOO_LARGE(413, "the body has more than 1 MiB"),
  /** Neither header of the vendor came. */
  UNSIGNED(401, "there is no header X-Oktopost-Signature and no X-Oktopost-Secret"),
  /** The signature is not 40 hexadecimal digits. */
  MALFORMED_SIGNATURE(401, "the signature is not 40 hexadecimal digits"),
  /** No secret gives this signature: the body was changed, or signed by a stranger. */
  WRONG_SIGNATURE(401, "no secret gives this signature for this body"),
  /** The secret belongs to another webhook than the one that the body names. */
  OTHER_WEBHOOK(401, "the body names another webhook than the one of the secret that signed it"),
  /** The body is signed and no JSON in UTF-8, or too deep. */
  NOT_JSON(400, "the body is signed, but it is no JSON in UTF-8 of at most 1,000 levels"),
  /** The body is signed and JSON, and not one object with one name of an event. */
  NO_EVENT(400, "the body is signed, but it is not one object with one name of an event");

  private final int httpStatus;
  private final String words;

  WebhookRefusal(int httpStatus, String words) {
    this.httpStatus = httpStatus;
    this.words = words;
  }

  /** The status of the answer that fits it, from 400 on. */
  public int httpStatus() {
    return httpStatus;
  }

  /** The reason in words, as a part of a sentence, without anything that came from outside. */
  public String words() {
    return words;
  }
}
