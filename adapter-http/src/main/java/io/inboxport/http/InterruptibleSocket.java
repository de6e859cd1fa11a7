package io.inboxport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * A socket that closes when a thread that waits on it is interrupted. An ordinary one keeps the
 * thread until the server speaks or the timeout ends.
 *
 * <p>The socket of a {@code SocketChannel} does the same, and a call over it took longer.
 */
final class InterruptibleSocket extends Socket implements WatchedSocket {
  private final Guard guard = new Guard(this);
  private final AnswerFraming framing = new AnswerFraming();
  private volatile boolean closedUnread;

  @Override
  public AnswerFraming framing() {
    return framing;
  }

  @Override
  public int unreadBytes() throws IOException {
    return isClosed() || isInputShutdown() ? 0 : super.getInputStream().available();
  }

  @Override
  public boolean wasClosedUnread() {
    return closedUnread;
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      if (unreadBytes() > 0) {
        closedUnread = true;
      }
    } catch (IOException broken) {
      // It was closed or broke meanwhile: nothing waits.
    }
    super.close();
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    boolean done = false;
    guard.enter();
    try {
      super.connect(endpoint, timeout);
      done = true;
    } finally {
      guard.leave(done);
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream(), guard, framing);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream(), guard);
  }

  /** Knows who waits. What it closes is the socket; closing the socket leaves it as it is. */
  private static final class Guard extends AbstractInterruptibleChannel {
    private final Socket socket;

    Guard(Socket socket) {
      this.socket = socket;
    }

    void enter() {
      begin();
    }

    void leave(boolean done) throws IOException {
      end(done);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      socket.close();
    }
  }

  private static final class Input extends InputStream {
    private final InputStream in;
    private final Guard guard;
    private final AnswerFraming framing;

    Input(InputStream in, Guard guard, AnswerFraming framing) {
      this.in = in;
      this.guard = guard;
      this.framing = framing;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      boolean done = false;
      guard.enter();
      try {
        int read = in.read(bytes, from, count);
        framing.follow(bytes, from, read);
        done = true;
        return read;
      } finally {
        guard.leave(done);
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Output extends OutputStream {
    private final OutputStream out;
    private final Guard guard;

    Output(OutputStream out, Guard guard) {
      this.out = out;
      this.guard = guard;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      boolean done = false;
      guard.enter();
      try {
        out.write(bytes, from, count);
        done = true;
      } finally {
        guard.leave(done);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
