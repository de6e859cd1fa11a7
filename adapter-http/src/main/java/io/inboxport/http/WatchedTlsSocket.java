package io.inboxport.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * TLS socket that follows the answers read from it, and leaves everything else to another one.
 *
 * <p>It is a class by itself because the bytes of an answer are seen nowhere else: below it they
 * are encrypted, and above it OkHttp keeps them to itself.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // The watched socket synchronizes.
final class WatchedTlsSocket extends SSLSocket implements WatchedSocket {
  private final SSLSocket watched;
  private final @Nullable Socket raw;
  private final AnswerFraming framing = new AnswerFraming();
  private volatile boolean closedUnread;

  /**
   * Watches a socket.
   *
   * @param raw the socket below it, or null if it is not known
   */
  WatchedTlsSocket(SSLSocket watched, @Nullable Socket raw) {
    this.watched = watched;
    this.raw = raw;
  }

  @Override
  public AnswerFraming framing() {
    return framing;
  }

  @Override
  public int unreadBytes() throws IOException {
    int decrypted = WatchedSocket.unreadBytes(watched);
    return decrypted > 0 || raw == null ? decrypted : WatchedSocket.unreadBytes(raw);
  }

  @Override
  public boolean wasClosedUnread() {
    return closedUnread || (raw instanceof WatchedSocket below && below.wasClosedUnread());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(watched.getInputStream(), framing);
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    watched.setEnabledCipherSuites(suites);
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    watched.setEnabledProtocols(protocols);
  }

  @Override
  public void setEnableSessionCreation(boolean enabled) {
    watched.setEnableSessionCreation(enabled);
  }

  @Override
  public void setNeedClientAuth(boolean needed) {
    watched.setNeedClientAuth(needed);
  }

  @Override
  public void setSSLParameters(SSLParameters parameters) {
    watched.setSSLParameters(parameters);
  }

  @Override
  public void setUseClientMode(boolean client) {
    watched.setUseClientMode(client);
  }

  @Override
  public void setWantClientAuth(boolean wanted) {
    watched.setWantClientAuth(wanted);
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    watched.addHandshakeCompletedListener(listener);
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    watched.removeHandshakeCompletedListener(listener);
  }

  @Override
  public void setHandshakeApplicationProtocolSelector(
      BiFunction<SSLSocket, List<String>, String> selector) {
    watched.setHandshakeApplicationProtocolSelector(selector);
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return watched.getEnabledCipherSuites();
  }

  @Override
  public String[] getEnabledProtocols() {
    return watched.getEnabledProtocols();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return watched.getSupportedCipherSuites();
  }

  @Override
  public String[] getSupportedProtocols() {
    return watched.getSupportedProtocols();
  }

  @Override
  public boolean getEnableSessionCreation() {
    return watched.getEnableSessionCreation();
  }

  @Override
  public boolean getNeedClientAuth() {
    return watched.getNeedClientAuth();
  }

  @Override
  public boolean getUseClientMode() {
    return watched.getUseClientMode();
  }

  @Override
  public boolean getWantClientAuth() {
    return watched.getWantClientAuth();
  }

  @Override
  public SSLParameters getSSLParameters() {
    return watched.getSSLParameters();
  }

  @Override
  public SSLSession getSession() {
    return watched.getSession();
  }

  @Override
  public @Nullable SSLSession getHandshakeSession() {
    return watched.getHandshakeSession();
  }

  @Override
  public @Nullable String getApplicationProtocol() {
    return watched.getApplicationProtocol();
  }

  @Override
  public @Nullable String getHandshakeApplicationProtocol() {
    return watched.getHandshakeApplicationProtocol();
  }

  @Override
  public @Nullable BiFunction<SSLSocket, List<String>, String>
      getHandshakeApplicationProtocolSelector() {
    return watched.getHandshakeApplicationProtocolSelector();
  }

  @Override
  public void startHandshake() throws IOException {
    watched.startHandshake();
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    watched.bind(local);
  }

  @Override
  public void connect(SocketAddress remote) throws IOException {
    watched.connect(remote);
  }

  @Override
  public void connect(SocketAddress remote, int timeout) throws IOException {
    watched.connect(remote, timeout);
  }

  @Override
  public void close() throws IOException {
    try {
      if (unreadBytes() > 0) {
        closedUnread = true;
      }
    } catch (IOException broken) {
      // It was closed or broke meanwhile: nothing waits.
    }
    watched.close();
  }

  @Override
  public void shutdownInput() throws IOException {
    watched.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    watched.shutdownOutput();
  }

  @Override
  public void sendUrgentData(int data) throws IOException {
    watched.sendUrgentData(data);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return watched.getOutputStream();
  }

  @Override
  public @Nullable InetAddress getInetAddress() {
    return watched.getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return watched.getLocalAddress();
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return watched.getRemoteSocketAddress();
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return watched.getLocalSocketAddress();
  }

  @Override
  public @Nullable SocketChannel getChannel() {
    return watched.getChannel();
  }

  @Override
  public int getPort() {
    return watched.getPort();
  }

  @Override
  public int getLocalPort() {
    return watched.getLocalPort();
  }

  @Override
  public boolean isBound() {
    return watched.isBound();
  }

  @Override
  public boolean isClosed() {
    return watched.isClosed();
  }

  @Override
  public boolean isConnected() {
    return watched.isConnected();
  }

  @Override
  public boolean isInputShutdown() {
    return watched.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return watched.isOutputShutdown();
  }

  @Override
  public boolean getKeepAlive() throws SocketException {
    return watched.getKeepAlive();
  }

  @Override
  public boolean getOOBInline() throws SocketException {
    return watched.getOOBInline();
  }

  @Override
  public boolean getReuseAddress() throws SocketException {
    return watched.getReuseAddress();
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return watched.getTcpNoDelay();
  }

  @Override
  public int getReceiveBufferSize() throws SocketException {
    return watched.getReceiveBufferSize();
  }

  @Override
  public int getSendBufferSize() throws SocketException {
    return watched.getSendBufferSize();
  }

  @Override
  public int getSoLinger() throws SocketException {
    return watched.getSoLinger();
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return watched.getSoTimeout();
  }

  @Override
  public int getTrafficClass() throws SocketException {
    return watched.getTrafficClass();
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    watched.setKeepAlive(on);
  }

  @Override
  public void setOOBInline(boolean on) throws SocketException {
    watched.setOOBInline(on);
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    watched.setReuseAddress(on);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    watched.setTcpNoDelay(on);
  }

  @Override
  public void setReceiveBufferSize(int size) throws SocketException {
    watched.setReceiveBufferSize(size);
  }

  @Override
  public void setSendBufferSize(int size) throws SocketException {
    watched.setSendBufferSize(size);
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    watched.setSoLinger(on, seconds);
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    watched.setSoTimeout(millis);
  }

  @Override
  public void setTrafficClass(int trafficClass) throws SocketException {
    watched.setTrafficClass(trafficClass);
  }

  @Override
  public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
    watched.setPerformancePreferences(connectionTime, latency, bandwidth);
  }

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
    watched.setOption(name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return watched.getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return watched.supportedOptions();
  }

  /** Names the socket that it watches. */
  @Override
  public String toString() {
    return watched.toString();
  }

  private static final class Input extends FilterInputStream {
    private final AnswerFraming framing;

    Input(InputStream in, AnswerFraming framing) {
      super(in);
      this.framing = framing;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int read = in.read(bytes, from, count);
      framing.follow(bytes, from, read);
      return read;
    }
  }
}
