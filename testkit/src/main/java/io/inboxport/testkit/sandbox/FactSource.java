package io.inboxport.testkit.sandbox;

/** Source of a fact about the API. The OpenAPI document marks each fact with it. */
enum FactSource {
  /** A page of the vendor. */
  DOCUMENTED,
  /** The schema of a tool that the vendor publishes. */
  TOOL,
  /** An answer that someone else published, and that is documented nowhere. */
  SEEN,
  /** Our decision where no source tells; the twin can be told otherwise. */
  OURS
}
