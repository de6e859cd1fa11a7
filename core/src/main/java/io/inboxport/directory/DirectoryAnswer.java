package io.inboxport.directory;

/** Answer to the question if the account has something. */
public enum DirectoryAnswer {
  /** It was there when the list was read. */
  PRESENT,
  /** It was not there: the list was read whole. */
  ABSENT,
  /** The list is stale or not complete, so that it cannot be told. */
  UNDETERMINED
}
