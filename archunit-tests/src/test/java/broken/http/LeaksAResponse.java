package broken.http;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

public final class LeaksAResponse {
  public static @Nullable Response last;
}
