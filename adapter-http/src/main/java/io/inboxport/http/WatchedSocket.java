package io.inboxport.http;

import java.io.IOException;
import java.net.Socket;

/** Socket of a connection that tells whether another request may leave on it. */
interface WatchedSocket {
  /** The framing of what was read from it so far. */
  AnswerFraming framing();

  /** Returns how many bytes came that were not read yet; encrypted ones count. */
  int unreadBytes() throws IOException;

  /**
   * Returns whether bytes were waiting to be read when this side closed it: the other side had
   * spoken, and this one had not come to listen.
   */
  boolean wasClosedUnread();

  /** Returns whether the connection has nothing left on it. */
  default boolean isAtRest() throws IOException {
    return framing().isAtRest() && (!framing().isUsed() || unreadBytes() == 0);
  }

  /** Returns how many bytes wait at this socket, of any kind. */
  static int unreadBytes(Socket socket) throws IOException {
    if (socket instanceof WatchedSocket watched) {
      return watched.unreadBytes();
    }
    return socket.isClosed() || socket.isInputShutdown() ? 0 : socket.getInputStream().available();
  }
}
