package io.inboxport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inboxport.app.output.JsonOutput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * File of an export: one JSON object a line, one line for each answer. It is all there is to
 * remember: the next run is told every line, and a last line that an interruption tore is cut off.
 *
 * <p>A second file beside it is locked while an export writes. The system drops a lock as soon as
 * the process closes its file once, and this file is opened and closed to be read. The lock of a
 * process that was killed is gone with it; the second file stays and does no harm. For the same
 * reason, a process does not even open the second file while an export of its own holds it.
 */
final class ExportLog implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The beginning of the first line, torn or not. */
  private static final String BEGINNING = "{\"kind\":\"export\",";

  /** The lock files that exports of this process hold. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final Path lockPath;
  private final FileChannel lock;

  private ExportLog(Path path, FileChannel channel, Path lockPath, FileChannel lock) {
    this.path = path;
    this.channel = channel;
    this.lockPath = lockPath;
    this.lock = lock;
  }

  /** Opens the file, or begins it, and tells the lines it holds. */
  static ExportLog open(Path path, Consumer<JsonNode> lines) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // Beside the real file, so that a link to it leads to the same lock.
    var real = path.toRealPath();
    var lockPath = real.resolveSibling(real.getFileName() + ".lock");
    FileChannel lock;
    try {
      lock = locked(lockPath, path);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    var log = new ExportLog(path, channel, lockPath, lock);
    try {
      log.refuseForeign();
      channel.truncate(log.replay(lines));
      channel.position(channel.size());
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static FileChannel locked(Path lockPath, Path path) throws IOException {
    var inUse =
        new IOException(
            path
                + " is being written by another export: wait for its end, or choose another file.");
    if (!HELD.add(lockPath)) {
      throw inUse;
    }
    try {
      var lock = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        throw inUse;
      }
      return lock;
    } catch (OverlappingFileLockException heldInThisProcess) {
      HELD.remove(lockPath);
      throw inUse;
    } catch (IOException e) {
      HELD.remove(lockPath);
      throw e;
    }
  }

  /** Refuses a file that is no export: it would be lost as a torn last line. */
  private void refuseForeign() throws IOException {
    try (var bytes = Files.newInputStream(path)) {
      if (!BEGINNING.startsWith(new String(bytes.readNBytes(BEGINNING.length()), UTF_8))) {
        throw foreign();
      }
    }
  }

  /** Tells every whole line and returns where the last one ends. */
  private long replay(Consumer<JsonNode> lines) throws IOException {
    long end = 0;
    try (var bytes = new BufferedInputStream(Files.newInputStream(path))) {
      var line = new ByteArrayOutputStream();
      for (int b = bytes.read(); b >= 0; b = bytes.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        lines.accept(parsed(line.toString(UTF_8)));
        end += line.size() + 1;
        line.reset();
      }
    }
    return end;
  }

  private JsonNode parsed(String line) throws IOException {
    try {
      var node = MAPPER.readTree(line);
      if (node.path("kind").isTextual()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Told below: the parser's message would quote the line.
    }
    throw foreign();
  }

  private IOException foreign() {
    return new IOException(path + " is not an export of this program: choose another file.");
  }

  /** Appends a line, whole, in one write, and returns what the next run will read there. */
  JsonNode append(Map<String, Object> line) throws IOException {
    var text = JsonOutput.write(line, false);
    var bytes = ByteBuffer.wrap((text + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    return parsed(text);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      channel.close();
    } finally {
      HELD.remove(lockPath);
    }
  }
}
