package io.inboxport.http;

import java.net.URI;

/** Region of the vendor that keeps the account; its API has a host of its own. */
public enum Region {
  /** The United States. */
  US("https://api.oktopost.com/v2/"),
  /** The European Union. */
  EU("https://eu-api.oktopost.com/v2/");

  private final URI url;

  Region(String url) {
    this.url = URI.create(url);
  }

  /** The base URL of the API in this region. */
  public URI url() {
    return url;
  }
}
