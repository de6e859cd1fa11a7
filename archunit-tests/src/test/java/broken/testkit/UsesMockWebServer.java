package broken.testkit;

import mockwebserver3.MockWebServer;

final class UsesMockWebServer {
  MockWebServer server;
}
