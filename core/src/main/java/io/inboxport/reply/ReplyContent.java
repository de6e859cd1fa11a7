package io.inboxport.reply;

/** Content of a reply besides its text, which a network may not support. */
public enum ReplyContent {
  /** The comment the reply is threaded under. */
  PARENT_COMMENT,
  /** The media objects. */
  MEDIA
}
