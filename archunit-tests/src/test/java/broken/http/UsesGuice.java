package broken.http;

import com.google.inject.Injector;

final class UsesGuice {
  Injector injector;
}
