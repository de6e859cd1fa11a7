package io.inboxport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that close when a thread that waits on them is interrupted. */
final class InterruptibleSockets extends SocketFactory {
  static final InterruptibleSockets FACTORY = new InterruptibleSockets();

  private InterruptibleSockets() {}

  @Override
  public Socket createSocket() {
    return new InterruptibleSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(createSocket(), host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    var socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    return connected(socket, host, port);
  }

  private static Socket connected(Socket socket, InetAddress host, int port) throws IOException {
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }
}
