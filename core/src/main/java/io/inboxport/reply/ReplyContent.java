package io.inboxport.reply;

/** What a reply can carry besides its text, and a network may not support. */
public enum ReplyContent {
  /** The comment the reply is threaded under. */
  PARENT_COMMENT,
  /** The media objects. */
  MEDIA
}
