package broken.http;

import java.util.Optional;
import retrofit2.Retrofit;

public final class LeaksRetrofit {
  public Optional<Retrofit> retrofit() {
    return Optional.empty();
  }
}
