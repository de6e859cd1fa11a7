package io.inboxport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Factory that watches the TLS sockets of another one. Two of them are equal if they watch the same
 * one, so that OkHttp finds a connection of either for the other.
 */
final class WatchedTlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory watched;

  WatchedTlsSockets(SSLSocketFactory watched) {
    this.watched = watched;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return watched.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return watched.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return watched(watched.createSocket(), null);
  }

  /** The one that OkHttp calls, with a connected socket. */
  @Override
  public Socket createSocket(Socket raw, String host, int port, boolean autoClose)
      throws IOException {
    return watched(watched.createSocket(raw, host, port, autoClose), raw);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return watched(watched.createSocket(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return watched(watched.createSocket(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return watched(watched.createSocket(host, port, localHost, localPort), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return watched(watched.createSocket(host, port, localHost, localPort), null);
  }

  private static Socket watched(Socket socket, @Nullable Socket raw) {
    return socket instanceof SSLSocket tls ? new WatchedTlsSocket(tls, raw) : socket;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WatchedTlsSockets sockets && watched.equals(sockets.watched);
  }

  @Override
  public int hashCode() {
    return Objects.hash(WatchedTlsSockets.class, watched);
  }
}
